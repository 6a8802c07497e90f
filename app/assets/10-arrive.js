// What the address bar, the focus and the colour scheme need from the browser.
window.reported = window.reported || {};

(function () {
  "use strict";

  // Called when a page was drawn: its title, and focus on its heading so that a screen reader starts there.
  let first = true;
  reported.arrive = function (title) {
    if (title) document.title = title;
    if (!first) {
      const heading = document.querySelector("main h1");
      if (heading) {
        heading.setAttribute("tabindex", "-1");
        heading.focus({ preventScroll: true });
      }
    }
    first = false;
    return title;
  };

  // Charts are drawn by the server, which must know the scheme before its first answer.
  function remember() {
    let scheme = document.documentElement.getAttribute("data-mantine-color-scheme");
    if (!scheme) {
      const stored = localStorage.getItem("mantine-color-scheme-value");
      const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      scheme = stored === "dark" || stored === "light" ? stored : wanted;
      document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
    }
    document.cookie = "scheme=" + scheme + "; path=/; max-age=31536000; samesite=lax";
  }
  remember();
  new MutationObserver(remember).observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });
})();
