// A button to see the password that one types. Without this file a password is typed unseen.
(() => {
  "use strict";
  const { toon, verberg } = document.currentScript.dataset;
  for (const box of document.querySelectorAll("input[type=password]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "utrecht-button utrecht-button--subtle toon-wachtwoord";
    button.setAttribute("aria-controls", box.id);
    const show = (seen) => {
      box.type = seen ? "text" : "password";
      button.textContent = seen ? verberg : toon;
    };
    show(false);
    button.addEventListener("click", () => show(box.type === "password"));
    box.form.addEventListener("submit", () => show(false)); // no browser keeps it as a text
    box.after(button);
  }
})();
