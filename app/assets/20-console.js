// The SQL page: the address follows the answer, and Ctrl + Enter runs.
window.reported = window.reported || {};

(function () {
  "use strict";

  reported.showAddress = function (address) {
    if (address && address !== location.pathname + location.search) history.replaceState(history.state, "", address);
  };

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.target.id !== "sql-text") return;
    event.preventDefault();
    document.getElementById("sql-run").click();
  });
})();
