// Draws the chart of a frame (/embed/…); on every other page there is nothing for it to do.
(function () {
  "use strict";
  const drawing = document.getElementById("drawing");
  if (!drawing || !window.Plotly) return;
  const chart = JSON.parse(drawing.textContent);
  const options = { displayModeBar: false, showSendToCloud: false, responsive: true, displaylogo: false };
  Plotly.newPlot("chart", chart.data, chart.layout, options);
})();
