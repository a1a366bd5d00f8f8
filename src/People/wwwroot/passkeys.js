// Passkeys: fetches the task, lets the phone or computer answer it, and sends the answer with the form. Without a script the form does nothing, and the other ways in stay.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  const says = form.querySelector("[data-passkey-says]");
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) {
    continue;
  }
  form.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    says.textContent = "";
    try {
      const body = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
      const answer = await fetch(form.dataset.task, { method: "POST", body, credentials: "same-origin" });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const task = await answer.json();
      const credential =
        form.dataset.passkey === "new"
          ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(task) })
          : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(task) });
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.submit();
    } catch {
      says.textContent = says.dataset.passkeySays;
    }
  });
}
