// The open pages: the SQL page's address follows its answer and Ctrl + Enter runs; a form that narrows a list
// goes there without loading everything anew; an article opens at the number that the address names.
window.reported = window.reported || {};

(function () {
  "use strict";

  reported.showAddress = function (address) {
    if (address && address !== location.pathname + location.search) history.replaceState(history.state, "", address);
  };

  // The click is sent with the statement, so that asking the same again is asked again.
  reported.typed = function (clicks) {
    return { sql: document.getElementById("sql-text").value, click: clicks };
  };

  // The text is drawn after the browser has looked for the number, so look again.
  reported.goToNumber = function () {
    const wanted = location.hash;
    if (!wanted) return;
    history.replaceState(history.state, "", location.pathname + location.search);
    requestAnimationFrame(function () { location.hash = wanted; });
  };

  document.addEventListener("submit", function (event) {
    const form = event.target;
    if (!form.classList.contains("narrowing")) return;
    event.preventDefault();
    const chosen = [...new FormData(form)].filter(function (pair) { return pair[1] !== ""; });
    const query = new URLSearchParams(chosen).toString();
    history.pushState({}, "", form.getAttribute("action") + (query ? "?" + query : ""));
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.id !== "sql-text") return;
    event.preventDefault();
    document.getElementById("sql-run").click();
  });
})();
