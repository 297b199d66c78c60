// Search in the rule book: filters the index in the page; without JavaScript the full list stays.
"use strict";
(() => {
  const form = document.querySelector("form.zoek");
  const field = document.getElementById("zoekwoord");
  const list = document.getElementById("uitkomst");
  const count = document.getElementById("gevonden");
  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const rows = REGELS.map((rule) => ({
    ...rule,
    text: plain(`${rule.naam} ${rule.hoofdstuk} ${rule.woorden}`),
  }));
  const item = (rule) => {
    const row = document.createElement("li");
    const link = document.createElement("a");
    link.href = rule.plek;
    link.textContent = rule.naam;
    row.append(link, ` (${rule.hoofdstuk})`);
    return row;
  };
  const search = () => {
    const words = plain(field.value).split(/\s+/).filter(Boolean);
    const found = words.length
      ? rows.filter((rule) => words.every((word) => rule.text.includes(word)))
      : [];
    list.replaceChildren(...found.slice(0, 50).map(item));
    count.textContent = words.length
      ? `${found.length} ${found.length === 1 ? "regel" : "regels"} gevonden`
      : "";
  };
  form.hidden = false;
  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => event.preventDefault());
})();
