"use strict";
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const views = [];

  function config() {
    const text = dark() ? "#e6e9ec" : "#1b1f24";
    const line = dark() ? "#3a424b" : "#d0d7de";
    const words = { labelColor: text, titleColor: text, labelFontSize: 12, titleFontSize: 12 };
    return {
      background: null,
      aria: false, // the figure speaks for all its marks; its table has the numbers
      view: { stroke: line },
      axis: { ...words, gridColor: line, domainColor: line, tickColor: line },
      legend: { ...words, labelLimit: 320 },
    };
  }

  async function draw() {
    delete root.dataset.drawn;
    views.splice(0).forEach((view) => view.finalize());
    for (const figure of document.querySelectorAll("figure")) {
      const chart = figure.querySelector(".chart");
      const spec = JSON.parse(figure.querySelector("script").textContent);
      const view = new vega.View(vega.parse(vegaLite.compile({ ...spec, config: config() }).spec), {
        renderer: "svg",
        container: chart,
        hover: true,
      });
      views.push(view);
      await view.runAsync();
    }
    root.dataset.drawn = String(views.length);
  }

  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    draw();
  });
  system.addEventListener("change", draw);
  draw();
})();
