// What a keyboard and a browser can add. Every page works without this file.
(() => {
  "use strict";
  const KEYS_OFF = "meedoen-toetsen-uit";
  const dialog = document.getElementById("toetsen");
  const typing = (element) => element.closest("input, select, textarea, [contenteditable]") !== null;

  // --- keys: / searches, j and k walk the rows, ? tells; they can be switched off (WCAG 2.1.4)
  const rows = () => [...document.querySelectorAll("table[data-rows] tbody .rij-link")];
  const walk = (step) => {
    const links = rows();
    const here = links.indexOf(document.activeElement);
    const next = here < 0 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1);
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  const actions = {
    "/": () => document.getElementById("zoek")?.focus(),
    j: () => walk(1),
    k: () => walk(-1),
    "?": () => dialog.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (typing(event.target) || localStorage.getItem(KEYS_OFF)) return;
    event.preventDefault();
    action();
  });
  const keysOn = document.getElementById("toetsen-aan");
  keysOn.checked = !localStorage.getItem(KEYS_OFF);
  keysOn.addEventListener("change", () => {
    if (keysOn.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  });
  const opener = document.querySelector("[data-toetsen]");
  opener.hidden = false;
  opener.addEventListener("click", () => dialog.showModal());

  // --- what is wrong comes first, and a link in it leads to the box itself
  document.querySelector(".foutenlijst")?.focus();

  // --- forms: our own words instead of the browser's, nothing lost, nothing sent twice
  let changed = document.querySelector(".foutenlijst") !== null;
  let leaving = false;
  for (const form of document.querySelectorAll("form[method=post]")) {
    const free = form.hasAttribute("data-vrij");
    let sent = false;
    form.noValidate = true;
    form.addEventListener("input", () => { changed = changed || !free; });
    form.addEventListener("submit", (event) => {
      if (sent) return event.preventDefault();
      sent = leaving = true;
      event.submitter?.setAttribute("aria-disabled", "true");
    });
    window.addEventListener("pageshow", () => {
      sent = leaving = false;
      form.querySelectorAll("[aria-disabled]").forEach((b) => b.removeAttribute("aria-disabled"));
    });
  }
  window.addEventListener("beforeunload", (event) => {
    if (changed && !leaving) event.preventDefault();
  });
})();
