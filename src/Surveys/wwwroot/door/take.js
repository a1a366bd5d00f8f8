// Takes a list onto this device: asked for once, locked before it is written down.
import * as store from "./store.js";
import { keyFrom, lock, random, ROUNDS } from "./crypto.js";
import { aheadOf } from "./clock.js";
import { notice } from "./show.js";

const form = document.getElementById("take");
const say = (kind, title, ...rest) => document.getElementById("said").replaceChildren(notice(kind, title, ...rest));

const weak = (pin) => /^(\d)\1+$/.test(pin) || "01234567890123456789".includes(pin) || "98765432109876543210".includes(pin);

const faults = (pin, again) =>
  !/^\d{6,}$/.test(pin) ? "Enter a number of 6 figures or more"
  : weak(pin) ? "Choose another number: this one is easy to guess"
  : pin !== again ? "Enter the same number twice"
  : null;

// the worker has the page and its scripts, or it could not be kept
const settled = (registration) =>
  new Promise((resolve, reject) => {
    const worker = registration.installing ?? registration.waiting ?? registration.active;
    const look = () => {
      if (worker.state === "activated") resolve();
      if (worker.state === "redundant") reject(new Error("The page could not be kept on this device. Try again where the signal is good."));
    };
    worker.addEventListener("statechange", look);
    look();
  });

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const pin = document.getElementById("pin").value.trim();
  const fault = faults(pin, document.getElementById("again").value.trim());
  if (fault) return say("hot", fault);
  if (!window.indexedDB || !crypto.subtle || !("serviceWorker" in navigator)) {
    return say("hot", "This browser cannot keep answers safely.", "Use an up-to-date browser, or print paper forms.");
  }
  const submit = form.querySelector("button[type=submit], button");
  submit.disabled = true;
  try {
    if ((await store.list()) && (await store.homes()).some((row) => !row.done)) {
      say("wait", "This device still had a list with answers not finished.", "They are wiped now, as a new list takes its place.");
    }
    // the page must open without signal before anything is kept here
    await settled(await navigator.serviceWorker.register(`${form.dataset.door}worker.js`, { scope: form.dataset.door }));
    const salt = random(16);
    const key = await keyFrom(pin, salt, ROUNDS);
    const response = await fetch(form.getAttribute("action") || location.href, { method: "POST", body: new FormData(form), headers: { Accept: "application/json" } });
    if (response.status === 409) throw new Error("This list is on a device already, or has run out. Take another list.");
    if (!response.ok || response.redirected) throw new Error("Hearth did not give the list. Sign in again and try once more.");
    const { list, token, publicKey, expires, now, ...rest } = await response.json();
    await store.begin({ list, token, publicKey, expires, ahead: aheadOf(now), salt, rounds: ROUNDS, wrong: 0, ...(await lock(key, rest, `list ${list}`)) });
    await navigator.storage?.persist?.();
    location.assign(form.dataset.door);
  } catch (failure) {
    say("hot", failure instanceof TypeError ? "There is no signal. Take the list where there is." : failure.message);
    submit.disabled = false;
  }
});
