// Sends what waits, whenever there is signal: one sender at a time, and the server knows what it has already.
import * as store from "./store.js";
import { aheadOf } from "./clock.js";

const base = document.body.dataset.base;
let trouble = null;

/** Why the last try did not get through; null where it did. */
export const lastTrouble = () => trouble;

const post = async (list, rows) => {
  const response = await fetch(`${base}in`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    credentials: "omit",
    cache: "no-store",
    body: JSON.stringify({ list, token: rows[0].token, things: rows.map((row) => row.sealed) }),
  });
  if (response.status === 401) {
    for (const row of rows) await store.keepSealed({ ...row, state: "refused", why: "This Hearth does not know the list. Hand the answers over as a file" });
    return;
  }
  if (!response.ok) throw new Error(`Hearth answered ${response.status}`);
  const { receipts, now } = await response.json();
  const held = await store.list();
  if (held?.list === list && now) await store.keepList({ ...held, ahead: aheadOf(now) });
  const byId = new Map(receipts.map((receipt) => [receipt.id, receipt]));
  for (const row of rows) {
    const receipt = byId.get(row.id);
    if (!receipt) continue;
    const done = receipt.state !== "refused";
    // what has arrived need not stay here; what was refused stays, so that it can be handed over
    await store.keepSealed({ ...row, state: done ? "sent" : "refused", how: receipt.state, why: receipt.why ?? null, sealed: done ? null : row.sealed, sentAt: Date.now() });
  }
};

/** Tries once. True where something changed. */
export const send = () =>
  navigator.locks.request("hearth-door-send", { ifAvailable: true }, async (held) => {
    if (!held) return false;
    const waiting = (await store.outbox()).filter((row) => row.state === "waiting");
    if (waiting.length === 0 || !navigator.onLine) return false;
    try {
      for (const list of new Set(waiting.map((row) => row.list))) {
        const rows = waiting.filter((row) => row.list === list);
        for (let at = 0; at < rows.length; at += 100) await post(list, rows.slice(at, at + 100));
      }
      trouble = null;
    } catch {
      trouble = "The last try did not get through. It tries again by itself.";
    }
    return true;
  });
