// What the address bar, the focus and the colour scheme need from the browser. Called by Dash as clientside functions.
window.dash_clientside = window.dash_clientside || {};

(function () {
  "use strict";
  let first = true;
  let opener = null; // what had the focus when a passage opened
  let rewritten = false; // whether the address says more than Dash knows

  window.dash_clientside.reported = {
    // A page was drawn: its title, and focus on its heading so that a screen reader starts there.
    arrive(title) {
      if (title) document.title = title;
      for (const link of document.querySelectorAll(".site-header nav a")) {
        if (link.getAttribute("href") === location.pathname) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      document.querySelector(".nav-narrow")?.removeAttribute("open");
      if (!first) {
        const heading = document.querySelector("main h1");
        if (heading) {
          heading.setAttribute("tabindex", "-1");
          heading.focus({ preventScroll: true });
        }
      }
      first = false;
      rewritten = false;
      return title;
    },

    // The choices on a page, into the address, without a visit of their own.
    write_query(query) {
      if (query === undefined || query === null) return window.dash_clientside.no_update;
      history.replaceState(history.state, "", location.pathname + (query ? "?" + query : ""));
      rewritten = true;
      return query;
    },

    // The passage that has just opened, into sight and under the keyboard; closed, back to where it was opened from.
    reveal(figure) {
      const panel = document.getElementById("passage");
      if (!figure && opener && opener.isConnected) opener.focus();
      opener = figure ? opener || document.activeElement : null;
      if (figure && panel) {
        requestAnimationFrame(() => {
          panel.setAttribute("tabindex", "-1");
          panel.focus({ preventScroll: true });
          panel.scrollIntoView({ block: "nearest" });
        });
      }
      return figure || "";
    },
  };

  // Charts are drawn by the server, which must know the scheme and the window before its first answer.
  function remember() {
    let scheme = document.documentElement.getAttribute("data-mantine-color-scheme");
    if (!scheme) {
      const stored = localStorage.getItem("mantine-color-scheme-value");
      const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      scheme = stored === "dark" || stored === "light" ? stored : wanted;
      document.documentElement.setAttribute("data-mantine-color-scheme", scheme);
    }
    tell("scheme", scheme);
  }
  function measure() {
    tell("narrow", phone.matches ? "yes" : "no");
  }
  function tell(name, value) {
    document.cookie = name + "=" + value + "; path=/; max-age=31536000; samesite=lax";
  }
  const phone = matchMedia("(max-width: 760px)");
  phone.addEventListener("change", measure);
  measure();
  remember();
  new MutationObserver(remember).observe(document.documentElement, { attributeFilter: ["data-mantine-color-scheme"] });

  // Dash draws a page when the address changes from the one it knows; a link back to that one needs a real visit.
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href]");
    if (!rewritten || !link || event.ctrlKey || event.metaKey || event.shiftKey || link.target === "_blank") return;
    if (link.origin !== location.origin || link.pathname !== location.pathname || link.hash || link.href === location.href) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign(link.href);
  }, true);

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") document.querySelector("#passage:not([hidden]) .close")?.click();
  });

  document.addEventListener("click", function (event) {
    const button = event.target.closest("button[data-copy], button[data-save]");
    if (!button) return;
    if (button.dataset.copy) copy(button, button.dataset.copy === "here" ? location.href : button.dataset.copy);
    if (button.dataset.save) save(button.dataset.save);
  });

  function copy(button, text) {
    navigator.clipboard.writeText(text).then(() => {
      const before = button.textContent;
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = before; }, 1500);
    });
  }

  // The chart as a picture, with its title above and its sources and address below, made in the browser.
  function save(format) {
    const chart = document.querySelector(".js-plotly-plot");
    const title = document.querySelector("main h1");
    if (!chart || !window.Plotly) return;
    const below = [document.querySelector(".source-line")?.textContent, location.href].filter(Boolean).join("<br>");
    const layout = Object.assign({}, chart.layout, {
      width: 1000,
      height: Math.max(620, (chart.layout.height || 0) + 160),
      autosize: false,
      margin: Object.assign({}, chart.layout.margin, { t: 90, b: 110, l: 40, r: 30 }),
      title: { text: title ? title.textContent : "", x: 0.03, xanchor: "left", font: { size: 22 } },
      annotations: (chart.layout.annotations || []).concat([{
        text: below, showarrow: false, xref: "paper", yref: "paper", x: 0, y: 0, yshift: -98, xanchor: "left",
        yanchor: "bottom", align: "left", font: { size: 11 },
      }]),
    });
    const name = location.pathname.split("/").pop() || "chart";
    Plotly.downloadImage({ data: reported.plainTraces(chart.data), layout: layout }, { format: format, filename: name, width: 1000, height: layout.height });
  }
})();
