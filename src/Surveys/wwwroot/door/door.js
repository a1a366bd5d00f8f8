// The page for the doors: unlock, choose a home, ask, and see what has been sent.
import * as store from "./store.js";
import { hearthTime, wrongBy } from "./clock.js";
import { keyFrom, lock, seal, unlock } from "./crypto.js";
import { ask, inLanguage } from "./questions.js";
import { lastTrouble, send } from "./send.js";
import { keeping, outboxOf } from "./outbox.js";
import { button, day, el, link, notice, screen, time, wrong } from "./show.js";

const TRIES = 5;
const IDLE = 5 * 60_000;
const base = document.body.dataset.base;
const OUTCOMES = [["NoAnswer", "Nobody was in"], ["CallBack", "They asked me to come back"], ["Refused", "They said no to this survey"], ["Moved", "They have moved away"], ["Interpreter", "They need an interpreter"]];

let now = null; // what is open: { meta, key, data, states }
let here = null; // redraws the screen that is open, where it shows what is sent
let touched = Date.now();

const stateOf = (home) => (now.states[home.id] ??= { answers: {}, seen: [], done: null });
const locked = async (home) => ({ home: home.id, done: stateOf(home).done !== null, ...(await lock(now.key, stateOf(home), `home ${home.id}`)) });
const keep = async (home) => store.keepHome(await locked(home));

const finish = async (home, outcome, inside) => {
  const { meta, data } = now;
  const id = crypto.randomUUID();
  const value = { home: home.id, at: new Date(hearthTime(meta)).toISOString(), ...inside };
  const row = { id, list: meta.list, token: meta.token, state: "waiting", why: null, madeAt: Date.now(), sealed: await seal(meta.publicKey, meta.list, id, value), label: await lock(now.key, home.address.split("\n")[0], `label ${id}`) };
  // the readable answers go from the device at the moment the sealed ones are on its disk
  now.states[home.id] = { answers: {}, seen: [], done: { outcome, at: Date.now(), id } };
  await store.finish(await locked(home), row);
  showHomes(`${home.address.split("\n")[0]} is done. ${data.homes.length - doneOf().length} to go.`);
  sendNow();
};

const tongues = () => now.data.languages ?? [];
const plain = (code) => code.split("-")[0];
// theirs, until the officer chooses another
const tongueOf = (home) => {
  const { language } = stateOf(home);
  if (language === "en") return null;
  return tongues().find((tongue) => (language ? tongue.code === language : plain(tongue.code) === plain(home.language))) ?? null;
};

const doneOf = () => now.data.homes.filter((home) => now.states[home.id]?.done);

const sendNow = async () => {
  signal();
  if (await send()) await here?.();
};

const signal = () => {
  document.getElementById("signal").textContent = navigator.onLine ? "Signal" : "No signal: answers are kept here";
};

const outcomeWords = (done) => (done.outcome === "Answered" ? "Answered" : (OUTCOMES.find(([code]) => code === done.outcome)?.[1] ?? done.outcome));

const showHome = (home) => {
  here = null;
  const state = stateOf(home);
  const begun = state.seen.length > 0;
  const tongue = tongueOf(home);
  const choose = el("select", { class: "govuk-select", id: "tongue" }, el("option", { value: "en" }, "English"), tongues().map((one) => el("option", { value: one.code, selected: one === tongue, lang: one.code }, `${one.english} – ${one.name}`)));
  choose.addEventListener("change", async () => {
    state.language = choose.value;
    await keep(home);
    showHome(home);
    document.getElementById("tongue").focus();
  });
  const form = el(
    "form",
    { novalidate: true, class: "hearth-door__outcome" },
    el("fieldset", { class: "govuk-fieldset" }, el("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--m" }, "If they did not answer: what came of it?"), el("div", { class: "govuk-radios" }, OUTCOMES.map(([code, words]) => el("div", { class: "govuk-radios__item" }, el("input", { class: "govuk-radios__input", type: "radio", name: "outcome", id: code, value: code }), el("label", { class: "govuk-label govuk-radios__label", for: code }, words))))),
    el("div", { class: "govuk-form-group" }, el("label", { class: "govuk-label", for: "on" }, "If they asked you to come back: which day"), el("input", { class: "govuk-input govuk-input--width-10", type: "date", id: "on" })),
    el("div", { class: "govuk-form-group" }, el("label", { class: "govuk-label", for: "hour" }, "And at what time"), el("input", { class: "govuk-input govuk-input--width-5", type: "time", id: "hour" })),
    el("button", { class: "govuk-button govuk-button--secondary", type: "submit" }, "Save what came of it"),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const outcome = form.querySelector("[name=outcome]:checked")?.value;
    if (!outcome) return wrong(form, "NoAnswer", "Choose what came of it");
    const on = form.querySelector("#on").value;
    if (outcome === "CallBack" && !on) return wrong(form, "on", "Enter the day they asked you to come back");
    await finish(home, outcome, { outcome, callBackAt: outcome === "CallBack" ? new Date(`${on}T${form.querySelector("#hour").value || "10:00"}`).toISOString() : null });
  });
  screen(
    home.address.split("\n")[0],
    el("p", {}, home.address.split("\n").slice(1).join(", ")),
    el("p", {}, "Ask for ", el("b", {}, home.name), home.language.startsWith("en") ? "." : `. Their language: ${new Intl.DisplayNames("en-GB", { type: "language" }).of(home.language)}.`),
    home.care.length > 0 ? notice("hot", "Take care.", ...home.care) : null,
    state.done
      ? notice("calm", `Done at ${time(state.done.at)}: ${outcomeWords(state.done)}.`)
      : [
          tongues().length > 0 ? el("div", { class: "govuk-form-group" }, el("label", { class: "govuk-label", for: "tongue" }, "Ask the questions in"), choose) : null,
          el("p", { class: "hearth-door__intro", lang: tongue?.introduction ? tongue.code : null, dir: tongue?.introduction ? tongue.dir : null }, (tongue?.introduction ?? now.data.introduction).split("\n\n")[0]),
          button(begun ? "Go on with the questions" : "Start the questions", () => ask(inLanguage(now.data.questions, tongue), state, () => keep(home), (answers) => finish(home, "Answered", { answers }), () => showHome(home))),
          form,
        ],
    link("Back to the list", () => showHomes()),
  );
};

const showHomes = async (said) => {
  here = () => showHomes();
  const rows = await store.outbox();
  const waiting = rows.filter((row) => row.state === "waiting").length;
  const trouble = rows.filter((row) => row.state === "refused" || row.how === "aside").length;
  const left = now.data.homes.length - doneOf().length;
  screen(
    now.data.survey,
    said ? el("div", { class: "hearth-flash", role: "status" }, said) : null,
    el("p", { id: "sum" }, `${left} of ${now.data.homes.length} homes to visit. ${waiting === 0 ? "Nothing waits to be sent." : `${waiting} ${waiting === 1 ? "waits" : "wait"} to be sent.`}${trouble ? ` ${trouble} not counted: see the outbox.` : ""} The list goes at ${time(now.meta.expires)} on ${day(now.meta.expires)}.`),
    wrongBy(now.meta) ? notice("wait", `This device’s clock is ${wrongBy(now.meta)}.`, "Set it right when you can. Until then Hearth’s own time is used.") : null,
    await keeping(rows),
    el("ul", { class: "hearth-door__homes" }, now.data.homes.map((home) => {
      const state = now.states[home.id];
      const words = state?.done ? outcomeWords(state.done) : state?.seen.length > 0 ? "Begun" : "To visit";
      return el("li", {}, el("button", { type: "button", onclick: () => showHome(home) }, el("b", {}, home.address.split("\n")[0]), el("span", {}, words)));
    })),
    el("div", { class: "govuk-button-group" }, button("Outbox", showOutbox, "govuk-button--secondary"), button("Lock", () => showLocked(), "govuk-button--secondary")),
  );
};

const showOutbox = async () => {
  here = showOutbox;
  const rows = await store.outbox();
  const labels = new Map();
  for (const row of rows) labels.set(row.id, now ? await unlock(now.key, row.label, `label ${row.id}`).catch(() => "A home of an earlier list") : "A home");
  screen("Outbox", await keeping(rows), ...outboxOf(rows, labels, lastTrouble(), sendNow), now ? link("Back to the list", () => showHomes()) : link("Back", () => start()));
};

const waits = (rows) => {
  const waiting = rows.filter((row) => row.state === "waiting").length;
  return waiting === 0 ? "Nothing waits to be sent." : `${waiting} ${waiting === 1 ? "waits" : "wait"} to be sent, sealed. They go by themselves when there is signal.`;
};

const showLocked = async (said) => {
  now = null;
  // only the line, so that a number half typed stays
  here = async () => {
    const line = document.getElementById("waits");
    if (line) line.textContent = waits(await store.outbox());
  };
  const meta = await store.list();
  const rows = await store.outbox();
  const box = rows.length > 0 ? [el("p", { id: "waits" }, waits(rows)), button("Outbox", showOutbox, "govuk-button--secondary")] : [];
  if (!meta) {
    screen("At the door", said ?? notice("plum", "There is no list on this device.", "Take one on the survey’s page, ‘At the door’, while you have signal."), ...box, el("p", {}, el("a", { class: "govuk-link", href: `${base}../surveys` }, "To the surveys")));
    return;
  }
  const left = TRIES - meta.wrong;
  const form = el("form", { novalidate: true }, el("div", { class: "govuk-form-group" }, el("label", { class: "govuk-label govuk-label--m", for: "pin" }, "Your number"), el("div", { class: "govuk-hint", id: "tries" }, `${left} ${left === 1 ? "try" : "tries"} left before the list is wiped.`), el("input", { class: "govuk-input govuk-input--width-10", id: "pin", type: "password", inputmode: "numeric", autocomplete: "off", "aria-describedby": "tries" })), el("button", { class: "govuk-button", type: "submit" }, "Unlock"));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const submit = form.querySelector("button");
    if (submit.disabled) return;
    submit.disabled = true;
    await tryPin(form.querySelector("#pin").value.trim());
  });
  screen("At the door", said ?? null, form, ...box);
};

const tryPin = async (pin) => {
  const meta = await store.list();
  if (!meta) return showLocked();
  // counted before it is tried: pulling the plug gives no free guess
  await store.keepList({ ...meta, wrong: meta.wrong + 1 });
  try {
    const key = await keyFrom(pin, meta.salt, meta.rounds);
    const data = await unlock(key, meta, `list ${meta.list}`);
    const states = {};
    for (const row of await store.homes()) states[row.home] = await unlock(key, row, `home ${row.home}`);
    await store.keepList({ ...meta, wrong: 0 });
    now = { meta, key, data, states };
    await navigator.storage?.persist?.();
    await showHomes();
    await sendNow();
  } catch {
    if (meta.wrong + 1 < TRIES) return showLocked(notice("hot", "That is not the number."));
    await store.wipe();
    await showLocked(notice("hot", "Five wrong numbers: the list is wiped from this device.", "Answers that were finished are sealed and still go. Those begun are gone. Take a new list."));
  }
};

const watch = async () => {
  const meta = await store.list();
  if (now && meta) now.meta.ahead = meta.ahead;
  if (meta && Date.parse(meta.expires) <= hearthTime(meta)) {
    await store.wipe();
    await showLocked(notice("wait", "The list has run out and is wiped from this device.", "Answers that were finished are sealed and still go. Take a new list tomorrow."));
  } else if (now && Date.now() - touched > IDLE) {
    await showLocked(notice("plum", "Locked, as nobody touched it for five minutes."));
  }
  await sendNow();
};

const start = async () => {
  await showLocked();
  await watch();
};

for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, () => (touched = Date.now()));
for (const event of ["online", "offline", "pageshow", "visibilitychange"]) window.addEventListener(event, sendNow);
setInterval(watch, 15_000);
if ("serviceWorker" in navigator) navigator.serviceWorker.register(`${base}worker.js`, { scope: base }).catch(() => null);
start();
