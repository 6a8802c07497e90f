// Charts of many hundred marks: one path a trace. plotly makes a node for each mark and each bar, and restyles all of
// them whenever the chart moves; such traces come with mode "none" and their own mode in meta (app/layers.py), so that
// plotly keeps axes, hover and clicks and this draws.
window.reported = window.reported || {};

(function () {
  "use strict";

  function polygon(radius, corners, inner) {
    const points = [];
    for (let n = 0; n < corners; n++) {
      const angle = (2 * Math.PI * n) / corners - Math.PI / 2;
      const far = inner && n % 2 ? radius * inner : radius;
      points.push([far * Math.cos(angle), far * Math.sin(angle)]);
    }
    return outline(points);
  }

  // A closed shape about the point that the path has come to.
  function outline(points) {
    const steps = points.map(([x, y], n) => (n ? [x - points[n - 1][0], y - points[n - 1][1]] : [x, y]));
    return steps.map(([x, y], n) => (n ? "l" : "m") + x.toFixed(1) + "," + y.toFixed(1)).join("") + "z";
  }

  // plotly's symbols as relative paths, of radius r.
  const SHAPES = {
    circle: (r) => `m${-r},0a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0z`,
    square: (r) => outline([[-r, -r], [r, -r], [r, r], [-r, r]]),
    diamond: (r) => polygon(1.3 * r, 4),
    "triangle-up": (r) => polygon(1.2 * r, 3),
    pentagon: (r) => polygon(1.1 * r, 5),
    star: (r) => polygon(1.4 * r, 10, 0.45),
    "line-ew": (r) => `m${-1.4 * r},0h${2.8 * r}`,
    "x-thin": (r) => `m${-r},${-r}l${2 * r},${2 * r}m${-2 * r},0l${2 * r},${-2 * r}`,
    "arrow-bar-up": (r) => `m0,${-r}v${-2 * r}m${-r / 2},${r}l${r / 2},${-r}l${r / 2},${r}`,
    "arrow-bar-down": (r) => `m0,${r}v${2 * r}m${-r / 2},${-r}l${r / 2},${r}l${r / 2},${-r}`,
  };

  function place(point, axes) {
    if (point.x === undefined || point.y === undefined) return null;
    const x = axes.xaxis.c2p(point.x), y = axes.yaxis.c2p(point.y);
    return isFinite(x) && isFinite(y) ? x.toFixed(1) + "," + y.toFixed(1) : null;
  }

  function markers(trace, points, axes) {
    const { symbol, size } = trace.marker;
    const shape = SHAPES[symbol.replace(/(-open)?(-dot)?$/, "")](size / 2);
    const open = /-open|^line|^x-|^arrow/.test(symbol);
    const at = points.map((point) => place(point, axes)).filter(Boolean);
    const line = trace.marker.line || { width: 1.5, color: trace.marker.color };
    return {
      d: at.map((where) => "M" + where + shape).join(""),
      fill: open ? "none" : trace.marker.color,
      stroke: line.color,
      "stroke-width": line.width,
    };
  }

  function lines(trace, points, axes) {
    let d = "", broken = true;
    for (const point of points) {
      const where = place(point, axes);
      if (where) d += (broken ? "M" : "L") + where;
      broken = !where;
    }
    const dash = trace.line.dash === "dot" ? "2,3" : "none";
    return { d, fill: "none", stroke: trace.line.color, "stroke-width": trace.line.width, "stroke-dasharray": dash };
  }

  function draw(chart) {
    const axes = chart._fullLayout._plots.xy;
    const layer = axes.plot.node();
    layer.querySelectorAll(".crowd").forEach((old) => old.remove());
    chart.data.forEach((trace, n) => {
      if (trace.mode !== "none" || !trace.meta) return;
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      const drawn = (trace.meta.mode === "markers" ? markers : lines)(trace, chart.calcdata[n], axes);
      for (const [name, value] of Object.entries(drawn)) path.setAttribute(name, value);
      path.setAttribute("class", "crowd");
      path.setAttribute("clip-path", `url(#${axes.clipId})`);
      layer.appendChild(path);
    });
  }

  // Whenever plotly has drawn a chart; a chart is found as soon as it stands on the page.
  function follow() {
    for (const chart of document.querySelectorAll(".js-plotly-plot:not([data-crowd])")) {
      if (!chart.on) continue;
      chart.dataset.crowd = "followed";
      chart.on("plotly_afterplot", () => draw(chart));
    }
  }
  new MutationObserver(follow).observe(document.body, { childList: true, subtree: true });

  // The traces as plotly would draw them itself: for a saved picture, which is drawn once.
  reported.plainTraces = function (traces) {
    return traces.map((trace) => (trace.meta ? Object.assign({}, trace, { mode: trace.meta.mode }) : trace));
  };
})();
