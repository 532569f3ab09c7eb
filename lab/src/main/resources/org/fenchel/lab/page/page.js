"use strict";
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const lines = ["solid", "dashed", "dotted"];

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

  const figures = [...document.querySelectorAll("figure")].map((figure) => ({
    chart: figure.querySelector(".chart"),
    spec: JSON.parse(figure.querySelector("script").textContent),
    off: [],
    view: null,
    series: figure.querySelector(".series"),
  }));

  /** A button for each series, which is also its legend. */
  function switches(figure) {
    const meta = figure.spec.usermeta;
    if (!meta || meta.series.length < 2) {
      return;
    }
    const buttons = meta.series.map((name, k) => {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "true");
      const swatch = document.createElement("span");
      swatch.className = "swatch";
      swatch.style.borderTopColor = meta.colours[k % meta.colours.length];
      swatch.style.borderTopStyle = lines[Math.floor(k / meta.colours.length) % lines.length];
      button.append(swatch, name);
      button.addEventListener("click", () => {
        const shown = figure.off.includes(name);
        figure.off = shown ? figure.off.filter((other) => other !== name) : [...figure.off, name];
        update();
      });
      return button;
    });
    const all = document.createElement("button");
    all.type = "button";
    all.className = "all";
    all.addEventListener("click", () => {
      figure.off = figure.off.length ? [] : meta.series.slice();
      update();
    });
    function update() {
      buttons.forEach((button, k) => button.setAttribute("aria-pressed", String(!figure.off.includes(meta.series[k]))));
      all.textContent = figure.off.length ? "Show all" : "Hide all";
      figure.view.signal("off", figure.off).runAsync();
    }
    all.textContent = "Hide all";
    figure.series.append(...buttons, all);
  }

  async function draw() {
    delete root.dataset.drawn;
    for (const figure of figures) {
      figure.view?.finalize();
      const compiled = vegaLite.compile({ ...figure.spec, config: config() }).spec;
      figure.view = new vega.View(vega.parse(compiled), { renderer: "svg", container: figure.chart, hover: true });
      if (figure.off.length) {
        figure.view.signal("off", figure.off);
      }
      await figure.view.runAsync();
    }
    root.dataset.drawn = String(figures.length);
  }

  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    draw();
  });
  system.addEventListener("change", draw);
  figures.forEach(switches);
  draw();
})();
