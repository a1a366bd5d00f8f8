// The same rules as on the web: which question comes next, and whether an answer can be taken.
/** The questions a household is asked, given its answers so far; what hangs on a hidden one is hidden too. */
export const shown = (questions, answers) => {
  const seen = [];
  for (const question of questions) {
    if (!question.on) seen.push(question);
    else if (seen.some((earlier) => earlier.key === question.on) && (answers[question.on] ?? []).some((code) => question.onCodes.includes(code))) seen.push(question);
  }
  return seen;
};

const number = (question, typed) => {
  const clean = typed.replaceAll(",", "");
  if (!/^-?\d+(\.\d+)?$/.test(clean)) return { error: "Enter a number, like 4" };
  const value = Number(clean);
  const { least, most } = question;
  if ((least !== null && value < least) || (most !== null && value > most)) {
    return {
      error:
        least !== null && most !== null ? `Enter a number from ${least} to ${most}`
        : least !== null ? `Enter a number that is ${least} or more`
        : `Enter a number that is ${most} or less`,
    };
  }
  return { values: [String(value)] };
};

const date = (typed) => {
  const [day, month, year] = typed.map((part) => part.trim());
  if (!day && !month && !year) return { values: [] };
  const made = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = made.getUTCFullYear() === Number(year) && made.getUTCMonth() === Number(month) - 1 && made.getUTCDate() === Number(day);
  if (!real || Number(year) < 1900 || Number(year) > 2100) return { error: "Enter a real date, like 27 3 2026" };
  return { values: [made.toISOString().slice(0, 10)] };
};

/** Reads what was chosen or typed: values, or what is wrong with it. */
export const read = (question, typed) => {
  const given = typed.map((value) => value.trim()).filter(Boolean);
  const missing = { SingleChoice: "Choose one answer", Scale: "Choose one answer", MultipleChoice: "Choose at least one answer", Number: "Enter a number", Date: "Enter a date", Grid: "Choose an answer for each line", Ranking: "Choose what comes first" };
  if (given.length === 0) return question.required ? { error: missing[question.kind] ?? "Enter an answer" } : { values: [] };
  if (question.kind === "MultipleChoice") {
    const alone = question.options.find((option) => option.alone && given.includes(option.code));
    return alone && given.length > 1 ? { error: `Choose ‘${alone.label}’ by itself, or untick it` } : { values: given };
  }
  if (question.kind === "Grid" && question.required && given.length < question.rows.length) return { error: "Choose an answer for each line" };
  if (question.kind === "Ranking" && given.length > question.rankAtMost) return { error: `Choose ${question.rankAtMost} at most. Press one again to take it out` };
  if (question.kind === "Number") return number(question, given[0]);
  if (question.kind === "Date") return date(typed);
  if (question.kind.endsWith("Text") && given[0].length > question.longest) return { error: `Use ${question.longest} letters or fewer` };
  return { values: given };
};

/** An answer in words. */
export const words = (question, values) =>
  !values || values.length === 0 ? "Not answered"
  : question.kind === "Grid" ? values.map((value) => value.split(":")).map(([row, code]) => `${question.rows.find((one) => one.code === row)?.label}: ${question.options.find((option) => option.code === code)?.label}`).join("; ")
  : question.kind === "Ranking" ? values.map((code, at) => `${at + 1}. ${question.options.find((option) => option.code === code)?.label}`).join(" ")
  : question.options.length > 0 ? values.map((code) => question.options.find((option) => option.code === code)?.label ?? code).join(", ")
  : question.kind === "Date" ? new Date(values[0]).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
  : values[0];

/** The kinds that can be asked here; others wait for paper or the web. */
export const canAsk = (question) => ["SingleChoice", "Scale", "MultipleChoice", "Number", "Date", "ShortText", "LongText", "Grid", "Ranking"].includes(question.kind);
