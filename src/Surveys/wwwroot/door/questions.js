// Asks one household the questions, one to a screen, and keeps every answer, locked, before the next is shown.
import { canAsk, read, shown, words } from "./route.js";
import { button, el, link, screen, wrong } from "./show.js";

/** The questions in one of the survey's languages; a question that is not in it stays English. */
export const inLanguage = (questions, tongue) =>
  !tongue ? questions : questions.map((question) => {
    const texts = question.in?.[tongue.code];
    if (!texts) return question;
    return {
      ...question,
      english: question.text,
      text: texts.text,
      help: texts.help,
      options: question.options.map((option) => ({ ...option, label: texts.options[option.code] ?? option.label })),
      rows: question.rows.map((row) => ({ ...row, label: texts.rows[row.code] ?? row.label })),
      lang: tongue.code,
      dir: tongue.dir,
    };
  });

const own = (question) => ({ lang: question.lang, dir: question.dir });

const english = (question) => (question.english ? el("p", { class: "hearth-quiet" }, `In English: ${question.english}`) : null);

const choices = (question, values) => {
  const several = question.kind === "MultipleChoice";
  const kind = several ? "checkboxes" : "radios";
  return el(
    "div",
    { class: `govuk-${kind} hearth-choices`, "data-answers": "", ...own(question) },
    question.options.map((option, at) =>
      el(
        "div",
        { class: `govuk-${kind}__item` },
        el("input", { class: `govuk-${kind}__input`, type: several ? "checkbox" : "radio", name: "answer", id: `a${at}`, value: option.code, checked: values.includes(option.code) }),
        el("label", { class: `govuk-label govuk-${kind}__label`, for: `a${at}` }, option.label),
      ),
    ),
  );
};

// each line of a grid, on one scale
const grid = (question, values) =>
  question.rows.map((row) =>
    el(
      "fieldset",
      { class: "govuk-fieldset hearth-door__row", ...own(question) },
      el("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--s" }, row.label),
      el(
        "div",
        { class: "govuk-radios govuk-radios--small" },
        question.options.map((option, at) =>
          el(
            "div",
            { class: "govuk-radios__item" },
            el("input", { class: "govuk-radios__input", type: "radio", name: `answer-${row.code}`, id: `a${row.code}-${at}`, value: `${row.code}:${option.code}`, checked: values.includes(`${row.code}:${option.code}`) }),
            el("label", { class: "govuk-label govuk-radios__label", for: `a${row.code}-${at}` }, option.label),
          ),
        ),
      ),
    ),
  );

// pressed in their order; pressed again, taken out
const order = (question, values) => {
  const chosen = [...values];
  const box = el("div", { class: "hearth-door__homes", id: "a0", tabindex: "-1" });
  const words = (label) => el("b", own(question), label);
  const draw = (focus) => {
    box.replaceChildren(
      ...question.options.map((option) => {
        const place = chosen.indexOf(option.code) + 1;
        const press = () => {
          place ? chosen.splice(place - 1, 1) : chosen.push(option.code);
          draw(option.code);
        };
        return el("button", { type: "button", "data-code": option.code, "aria-pressed": place ? "true" : "false", onclick: press }, words(option.label), el("span", {}, place ? `Number ${place}` : "Not in the order"));
      }),
      ...chosen.map((code) => el("input", { type: "hidden", name: "answer", value: code })),
    );
    if (focus) box.querySelector(`[data-code="${CSS.escape(focus)}"]`).focus();
  };
  draw();
  return box;
};

const days = (values) => {
  const [year, month, day] = (values[0] ?? "--").split("-");
  const parts = [["Day", day, 2], ["Month", month, 2], ["Year", year, 4]];
  return el(
    "div",
    { class: "govuk-date-input" },
    parts.map(([name, value, width], at) =>
      el(
        "div",
        { class: "govuk-date-input__item" },
        el("label", { class: "govuk-label govuk-date-input__label", for: `a${at}` }, name),
        el("input", { class: `govuk-input govuk-date-input__input govuk-input--width-${width}`, id: `a${at}`, name: "answer", inputmode: "numeric", value: value ?? "" }),
      ),
    ),
  );
};

const field = (question, values) => {
  const hint = question.help ? el("div", { class: "govuk-hint", id: "hint", ...own(question) }, question.help) : null;
  if (question.options.length > 0 || question.kind === "Date") {
    return el("fieldset", { class: "govuk-fieldset", "aria-describedby": hint ? "hint" : null }, el("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--l", ...own(question) }, question.text), english(question), hint, question.kind === "Date" ? days(values) : question.kind === "Grid" ? grid(question, values) : question.kind === "Ranking" ? order(question, values) : choices(question, values));
  }
  const long = question.kind === "LongText";
  const typed = long
    ? el("textarea", { class: "govuk-textarea", id: "a0", name: "answer", rows: "5", dir: "auto", "aria-describedby": hint ? "hint" : null })
    : el("input", { class: `govuk-input ${question.kind === "Number" ? "govuk-input--width-5" : ""}`, id: "a0", name: "answer", inputmode: question.kind === "Number" ? "decimal" : "text", autocomplete: "off", dir: "auto", "aria-describedby": hint ? "hint" : null });
  typed.value = values[0] ?? "";
  return el("div", { class: "govuk-form-group" }, el("label", { class: "govuk-label govuk-label--l", for: "a0", ...own(question) }, question.text), english(question), hint, typed);
};

const typedIn = (form) => [...form.querySelectorAll("[name^=answer]")].filter((input) => !["radio", "checkbox"].includes(input.type) || input.checked).map((input) => input.value);

/**
 * Asks.
 * @param questions all of them, in order
 * @param state the home's: { answers, seen }
 * @param keep writes the state down, locked
 * @param done called with the answers that count
 * @param leave back to the home
 */
export const ask = (questions, state, keep, done, leave) => {
  const at = (question) => {
    const asked = shown(questions, state.answers);
    const number = asked.indexOf(question) + 1;
    const next = async (values) => {
      state.answers[question.key] = values;
      state.seen = [...new Set([...state.seen, question.key])];
      await keep();
      const after = shown(questions, state.answers);
      const following = after[after.indexOf(question) + 1];
      following ? at(following) : check();
    };
    const back = () => (number > 1 ? at(asked[number - 2]) : leave());
    if (!canAsk(question)) {
      screen(`Question ${number} of ${asked.length}`, el("p", {}, el("b", own(question), question.text)), el("p", {}, "This question cannot be asked here. It is left out."), button("Continue", () => next([])), link("Back", back));
      return;
    }
    const form = el("form", { novalidate: true, class: "hearth-door__question" }, field(question, state.answers[question.key] ?? []), el("div", { class: "govuk-button-group" }, el("button", { class: "govuk-button", type: "submit" }, "Continue"), question.required ? null : link("Skip this question", () => next([])), link("Back", back)));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const given = read(question, typedIn(form));
      given.error ? wrong(form, "a0", given.error) : await next(given.values);
    });
    screen(`Question ${number} of ${asked.length}`, form);
  };
  const check = () => {
    const asked = shown(questions, state.answers);
    const missing = asked.find((question) => question.required && canAsk(question) && !(state.answers[question.key]?.length > 0));
    const any = asked.some((question) => state.answers[question.key]?.length > 0);
    screen(
      "Check the answers",
      el("p", {}, "Read them out. When they are right, finish: they are then sealed, and nobody can read or change them on this device."),
      el(
        "dl",
        { class: "govuk-summary-list" },
        asked.map((question) =>
          el(
            "div",
            { class: "govuk-summary-list__row" },
            el("dt", { class: "govuk-summary-list__key", ...own(question) }, question.text),
            el("dd", { class: "govuk-summary-list__value", dir: "auto" }, words(question, state.answers[question.key])),
            el("dd", { class: "govuk-summary-list__actions" }, link(`Change`, () => at(question))),
          ),
        ),
      ),
      missing ? el("p", {}, el("b", {}, `Still to answer: ${missing.text}`)) : any ? button("Finish", () => done(Object.fromEntries(asked.filter((q) => state.answers[q.key]?.length > 0).map((q) => [q.key, state.answers[q.key]])))) : el("p", {}, "Answer at least one question before you finish."),
      link("Back to the home", leave),
    );
  };
  const asked = shown(questions, state.answers);
  const unseen = asked.find((question) => !state.seen.includes(question.key));
  unseen ? at(unseen) : check();
};
