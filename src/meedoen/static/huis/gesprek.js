// Two who fill in one section see each other, and nothing is sent while there is no connection.
// It asks only after somebody typed: a page left open does not keep a session.
(() => {
  "use strict";
  const form = document.querySelector("form[data-gesprek]");
  const line = document.querySelector("[data-hier]");
  if (!form || !line) return;
  const EVERY = 30000; // milliseconds
  let typed = false;

  const say = (texts) => {
    const said = texts.map((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return paragraph;
    });
    line.replaceChildren(...said);
  };

  const look = async () => {
    if (!typed || document.hidden) return;
    typed = false;
    const token = form.querySelector("input[name=csrfmiddlewaretoken]").value;
    try {
      const reply = await fetch(line.dataset.hier, { method: "POST", headers: { "X-CSRFToken": token }, redirect: "error" });
      if (reply.ok) say((await reply.json()).hier);
    } catch { /* no connection: the next time */ }
  };

  form.addEventListener("input", () => { typed = true; });
  form.addEventListener("submit", (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    say([line.dataset.geenVerbinding]);
    line.scrollIntoView({ block: "center" });
  }, true);
  setInterval(look, EVERY);
})();
