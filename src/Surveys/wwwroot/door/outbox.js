// The outbox as an officer sees it, the file for a device that cannot send, and the warning before the browser may drop anything.
import { button, day, el, notice, time } from "./show.js";

const OLD = 3 * 24 * 3_600_000;

const stateWords = (row) =>
  row.state === "waiting" ? `Waiting since ${time(row.madeAt)}`
  : row.state === "refused" ? `Refused: ${row.why}`
  : row.how === "aside" ? `Sent, not counted: ${row.why}`
  : row.how === "already" ? "Sent: Hearth had it already, and counts it once"
  : `Sent at ${time(row.sentAt)}`;

const handOver = (rows) => {
  for (const list of new Set(rows.map((row) => row.list))) {
    const things = rows.filter((row) => row.list === list).map((row) => row.sealed);
    const url = URL.createObjectURL(new Blob([JSON.stringify({ hearth: "door-1", list, things })], { type: "application/json" }));
    el("a", { href: url, download: `${new Date().toISOString().slice(0, 10)}-${list.slice(-6)}.hearth-door.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
};

/** The outbox's own parts. */
export const outboxOf = (rows, labels, trouble, send) => {
  const here = rows.filter((row) => row.sealed);
  const ordered = [...rows].sort((a, b) => b.madeAt - a.madeAt);
  return [
    rows.length === 0 ? el("p", {}, "Nothing has been finished on this device.") : null,
    trouble ? notice("wait", trouble) : null,
    el("ul", { class: "hearth-door__outbox" }, ordered.map((row) => el("li", { class: row.state === "refused" || row.how === "aside" ? "hot" : row.state }, el("b", {}, labels.get(row.id)), el("span", {}, stateWords(row))))),
    here.length === 0 ? null : el("div", { class: "govuk-button-group" }, button("Send now", send), button("Hand over as a file", () => handOver(here), "govuk-button--secondary")),
    here.length === 0 ? null : el("p", {}, "The file can only be opened by your landlord’s Hearth. Any officer can hand it in on the survey’s page, ‘At the door’."),
  ].filter(Boolean);
};

/** What may be lost, and what to do; null where nothing waits or the browser has promised to keep it. */
export const keeping = async (rows) => {
  const waiting = rows.filter((row) => row.state === "waiting");
  const storage = navigator.storage;
  const promised = (await storage?.persisted?.()) ?? false;
  const { usage = 0, quota = 0 } = (await storage?.estimate?.()) ?? {};
  const oldest = Math.min(...waiting.map((row) => row.madeAt));
  if (waiting.length > 0 && quota > 0 && usage / quota > 0.8) return notice("hot", "This device is nearly full.", "Send or hand over what waits now: the browser may drop it.");
  if (waiting.length > 0 && Date.now() - oldest > OLD) return notice("hot", `Something has waited since ${day(oldest)}.`, "Some browsers drop what is not used for a week. Send it or hand it over today.");
  if (!promised) return notice("wait", "This browser may drop what is kept here when the device runs out of room.", "Put this page on the home screen, and send or hand over before you stop for the day.");
  return null;
};
