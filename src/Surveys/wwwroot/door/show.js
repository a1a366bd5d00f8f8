// Makes the page's parts. Words are always set as text, never as markup.
export const el = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else made.setAttribute(name, value);
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) made.append(child);
  return made;
};

export const button = (words, press, kind = "") =>
  el("button", { type: "button", class: `govuk-button ${kind}`, onclick: press }, words);

export const link = (words, press) => el("button", { type: "button", class: "hearth-link-button", onclick: press }, words);

export const notice = (kind, title, ...rest) =>
  el("div", { class: `hearth-notice hearth-notice--${kind}`, role: kind === "hot" ? "alert" : null }, el("p", {}, el("b", {}, title)), ...rest.map((words) => el("p", {}, words)));

/** One screen in place of the last; a reader is taken to its heading. */
export const screen = (title, ...parts) => {
  const main = document.getElementById("main");
  const heading = el("h1", { class: "govuk-heading-l", tabindex: "-1" }, title);
  main.replaceChildren(heading, ...parts.flat().filter(Boolean));
  document.title = `${title} – At the door`;
  heading.focus({ preventScroll: true });
  window.scrollTo(0, 0);
};

/** What is wrong, above the form and linked to its field, as on every other page. */
export const wrong = (form, field, words) => {
  form.querySelector(".govuk-error-summary")?.remove();
  const summary = el(
    "div",
    { class: "govuk-error-summary", tabindex: "-1" },
    el("div", { role: "alert" }, el("h2", { class: "govuk-error-summary__title" }, "There is a problem"), el("ul", { class: "govuk-list govuk-error-summary__list" }, el("li", {}, el("a", { href: `#${field}` }, words)))),
  );
  form.prepend(summary);
  summary.focus();
};

export const time = (when) => new Date(when).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
export const day = (when) => new Date(when).toLocaleDateString("en-GB", { day: "numeric", month: "long" });
