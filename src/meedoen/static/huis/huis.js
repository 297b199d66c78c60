// What a keyboard and a browser can add. Every page works without this file.
(() => {
  "use strict";
  const KEYS_OFF = "meedoen-toetsen-uit";
  const dialog = document.getElementById("toetsen");
  const typing = (element) => element.closest("input, select, textarea, [contenteditable]") !== null;

  // --- keys: config/keys.py lists them, the dialog shows them, and here is what they do; single
  // characters can be switched off (WCAG 2.1.4)
  const rows = () => [...document.querySelectorAll("table[data-rows] tbody .rij-link")];
  const walk = (step) => {
    const links = rows();
    const here = links.indexOf(document.activeElement);
    const next = here < 0 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1);
    links[next]?.focus();
    links[next]?.scrollIntoView({ block: "nearest" });
  };
  const turn = (step) => {
    const tabs = [...document.querySelectorAll("main .tabs a")];
    tabs[tabs.findIndex((tab) => tab.ariaCurrent) + step]?.click();
  };
  const close = () => {
    const open = document.activeElement.closest("details[open]");
    if (open) open.open = false;
    open?.querySelector("summary").focus();
  };
  const does = {
    zoek: () => document.getElementById("zoek")?.focus(),
    volgende: () => walk(1),
    vorige: () => walk(-1),
    "tabblad-terug": () => turn(-1),
    "tabblad-verder": () => turn(1),
    ga: () => { going = true; },
    sluit: close,
    uitleg: () => dialog.showModal(),
  };
  const shown = (name) => [...dialog.querySelectorAll(`[data-${name}]`)];
  const keys = new Map(shown("doe").map((key) => [key.textContent, does[key.dataset.doe]]));
  const places = new Map(shown("naar").map((key) => [key.textContent, key.dataset.naar]));
  let going = false; // after g the next key names a place
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    if (event.key === "Escape") return close();
    if (event.key === "Shift" || typing(event.target) || localStorage.getItem(KEYS_OFF)) return;
    const place = going ? places.get(event.key) : undefined;
    const action = place ? () => location.assign(place) : keys.get(event.key);
    going = false;
    if (!action) return;
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
      if (event.submitter?.formTarget === "_blank") return; // only to look: the form stays
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
