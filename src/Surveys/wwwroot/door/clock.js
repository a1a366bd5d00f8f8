// The device's clock may be wrong by days. How far it is ahead of Hearth's is known from every word with Hearth, and taken off.
const MINUTE = 60_000;

/** How many milliseconds this device is ahead of Hearth, which says it is `now` there; less than none where it is behind. */
export const aheadOf = (now) => Date.now() - Date.parse(now);

/** The time by Hearth's clock. */
export const hearthTime = (meta) => Date.now() - (meta?.ahead ?? 0);

/** “3 days ahead”, where the clock is wrong by more than some minutes; null where it is right. */
export const wrongBy = (meta) => {
  const ahead = meta?.ahead ?? 0;
  const minutes = Math.round(Math.abs(ahead) / MINUTE);
  if (minutes < 10) return null;
  const [count, unit] = minutes < 120 ? [minutes, "minute"] : minutes < 2880 ? [Math.round(minutes / 60), "hour"] : [Math.round(minutes / 1440), "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"} ${ahead > 0 ? "ahead" : "behind"}`;
};
