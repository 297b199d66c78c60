// Before a session ends: say so and let one stay. After it: keep what was typed, hidden, until one is
// back. Nothing is asked of the server meanwhile, so that a page left open does not keep a session.
(() => {
  "use strict";
  const dialog = document.getElementById("sessie");
  const KEY = "meedoen-sessie"; // when it ends, for the other tabs; nothing of a person
  const WARN = 120; // seconds (A11Y-08: at least two minutes)
  const EARLY = 2; // the page came later than the server counted
  const { wie, adres } = dialog.dataset;
  const part = (name) => dialog.querySelector(`[data-${name}]`);
  let ends, state = "", allowed = false;

  const remember = (told) => {
    const now = Date.now();
    ends = { wie: told.wie, rust: now + (told.rust - EARLY) * 1000, dag: now + (told.dag - EARLY) * 1000 };
    try { localStorage.setItem(KEY, JSON.stringify(ends)); } catch { /* then each tab for itself */ }
  };

  const ask = async (method) => {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]")?.value || "";
    const headers = { "X-CSRFToken": token, Accept: "application/json" };
    const reply = await fetch(adres, { method, headers, redirect: "error" });
    return reply.ok ? await reply.json() : null;
  };

  const welcome = (told) => {
    if (told.wie !== wie) return location.reload(); // somebody else: this page is not his
    for (const box of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) box.value = told.csrf;
    remember(told);
    show("");
  };

  const show = (next) => {
    if (next === state) return;
    state = next;
    part("mis").hidden = true;
    dialog.classList.toggle("sessie--voorbij", state === "voorbij");
    if (!state) {
      if (dialog.open) dialog.close();
      return;
    }
    document.getElementById("sessie-kop").textContent = dialog.getAttribute(`data-kop-${state}`);
    document.getElementById("sessie-tekst").textContent = dialog.getAttribute(`data-tekst-${state}`);
    part("blijf").hidden = state !== "rust";
    part("goed").hidden = state !== "dag";
    part("inloggen").hidden = state !== "voorbij";
    part("tijd").textContent = "";
    if (!dialog.open) dialog.showModal();
    part({ rust: "blijf", dag: "goed", voorbij: "inloggen" }[state]).focus();
  };

  // Few changes, for who listens: minutes first, then each half minute, then each ten seconds.
  const spoken = (seconds) => {
    if (seconds > 90) return dialog.dataset.minuten.replace("NN", Math.ceil(seconds / 60));
    if (seconds > 45) return dialog.dataset.minuut;
    const step = Math.max(10, Math.ceil(seconds / 10) * 10);
    return dialog.dataset.seconden.replace("NN", step);
  };

  const look = () => {
    const now = Date.now();
    const left = Math.min(ends.rust, ends.dag) - now;
    if (left <= 0) return show("voorbij");
    const day = ends.dag - now <= WARN * 1000;
    if (left > WARN * 1000 || (day && allowed)) return show("");
    show(day ? "dag" : "rust");
    const text = spoken(left / 1000);
    if (part("tijd").textContent !== text) part("tijd").textContent = text;
  };

  const stay = async () => {
    try {
      const told = await ask("POST");
      if (told) welcome(told);
      else show("voorbij");
    } catch {
      part("mis").textContent = dialog.dataset.mislukt;
      part("mis").setAttribute("role", "alert");
      part("mis").hidden = false;
    }
  };

  const back = async () => {
    if (state !== "voorbij") return;
    try {
      const told = await ask("GET");
      if (told) welcome(told);
    } catch { /* no connection: the page stays as it is */ }
  };

  part("blijf").addEventListener("click", stay);
  part("goed").addEventListener("click", () => { allowed = true; show(""); });
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    if (state === "rust") stay();
    if (state === "dag") { allowed = true; show(""); }
  });
  dialog.addEventListener("keydown", (event) => event.stopPropagation()); // the keys of huis.js rest
  window.addEventListener("storage", (event) => {
    if (event.key !== KEY || !event.newValue) return;
    const told = JSON.parse(event.newValue);
    if (state === "voorbij") back(); // a tab logged in: its token must come here too
    else if (told.wie === ends.wie) { ends = told; look(); }
  });
  window.addEventListener("focus", back);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { look(); back(); } });

  remember({ wie, rust: Number(dialog.dataset.rust), dag: Number(dialog.dataset.dag) });
  setInterval(look, 1000);
  look();
})();
