// Asks the browser for a passkey and sends its answer. Where a browser cannot, the form stays hidden.
(() => {
  "use strict";
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const toBytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const toText = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list || []).map((each) => ({ ...each, id: toBytes(each.id) }));

  // What the server asks, with bytes where JSON has text.
  const question = (asked) => {
    const key = { ...asked.publicKey, challenge: toBytes(asked.publicKey.challenge) };
    if (key.user) {
      key.user = { ...key.user, id: toBytes(key.user.id) };
      key.excludeCredentials = named(key.excludeCredentials);
      // A passkey that is kept on the device, if it has room: then no name needs to be typed.
      key.authenticatorSelection = {
        ...key.authenticatorSelection, residentKey: "preferred", requireResidentKey: false, userVerification: "required",
      };
    } else {
      key.allowCredentials = named(key.allowCredentials);
    }
    return { publicKey: key };
  };

  // What the key answers, as text.
  const answer = (key) => {
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    const response = {};
    for (const part of parts) if (key.response[part]) response[part] = toText(key.response[part]);
    return JSON.stringify({
      id: key.id,
      rawId: toText(key.rawId),
      type: key.type,
      authenticatorAttachment: key.authenticatorAttachment || null,
      clientExtensionResults: key.getClientExtensionResults(),
      response,
    });
  };

  const asked = async (form) => {
    const given = form.querySelector("script[type='application/json']");
    if (given) return JSON.parse(given.textContent);
    const reply = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!reply.ok) throw new Error(String(reply.status));
    return (await reply.json()).request_options;
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const wrong = form.querySelector("[data-mis]");
    const button = form.querySelector("button[type=submit]");
    form.hidden = false;
    const use = async () => {
      wrong.hidden = true;
      button.setAttribute("aria-disabled", "true");
      try {
        const options = question(await asked(form));
        const key = form.dataset.passkey === "maken"
          ? await navigator.credentials.create(options)
          : await navigator.credentials.get(options);
        form.elements.credential.value = answer(key);
        form.submit();
      } catch (error) {
        const words = { SecurityError: form.dataset.adres, InvalidStateError: form.dataset.dubbel };
        wrong.textContent = words[error.name] || form.dataset.geweigerd;
        wrong.setAttribute("role", "alert");
        wrong.hidden = false;
        button.removeAttribute("aria-disabled");
      }
    };
    // Before the guard of huis.js against sending twice: this sends once the key has answered.
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (button.getAttribute("aria-disabled") !== "true") use();
    }, true);
  }
})();
