"use strict";
(() => {
  const state = document.getElementById("state");
  const live = document.getElementById("live");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const text = dark ? "#e6e9ec" : "#1b1f24";
  const line = dark ? "#3a424b" : "#d0d7de";
  const words = { labelColor: text, titleColor: text, labelFontSize: 12, titleFontSize: 12 };
  const colours = ["#0b7bc1", "#d55e00", "#009e73", "#c46aa0", "#b98a00", "#4fa8d8", "#8b62c9", "#7d7d7d"];
  const runs = new Map();

  /** A run has a chart with a line for each of its cells. */
  function runOf(name) {
    if (!runs.has(name)) {
      const figure = document.createElement("figure");
      const title = document.createElement("h2");
      title.textContent = name;
      const chart = document.createElement("div");
      chart.className = "chart";
      chart.setAttribute("role", "img");
      chart.setAttribute("aria-label", `Chart: the curves of ${name} over seconds`);
      figure.append(title, chart);
      live.append(figure);
      const spec = {
        width: "container",
        height: 300,
        data: { name: "points", values: [] },
        mark: { type: "line", point: true },
        encoding: {
          x: { field: "seconds", type: "quantitative" },
          y: { field: "value", type: "quantitative", scale: { type: "log" }, title: "gap, objective or loss", axis: { format: "~g" } },
          color: { field: "cell", type: "nominal", scale: { range: colours }, legend: { orient: "bottom", columns: 2 } },
          tooltip: [{ field: "cell" }, { field: "seconds" }, { field: "value" }],
        },
        config: {
          background: null,
          aria: false,
          view: { stroke: line },
          axis: { ...words, gridColor: line, domainColor: line, tickColor: line },
          legend: { ...words, labelLimit: 320 },
        },
      };
      const view = new vega.View(vega.parse(vegaLite.compile(spec).spec), { renderer: "svg", container: chart, hover: true });
      runs.set(name, { view, cells: new Map() });
    }
    return runs.get(name);
  }

  const events = new EventSource("/events");
  events.onopen = () => {
    state.textContent = "Connected: curves are drawn as they come.";
  };
  events.onerror = () => {
    state.textContent = "Not connected; trying again.";
  };
  events.onmessage = async (event) => {
    const news = JSON.parse(event.data);
    const run = runOf(news.run);
    const before = news.anew ? [] : run.cells.get(news.cell) ?? [];
    const points = news.points.filter((point) => point.value > 0).map((point) => ({ ...point, cell: news.cell }));
    run.cells.set(news.cell, [...before, ...points]);
    run.view.data("points", [...run.cells.values()].flat());
    await run.view.runAsync();
    live.dataset.points = String([...runs.values()].flatMap((each) => [...each.cells.values()]).flat().length);
  };
})();
