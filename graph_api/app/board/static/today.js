// Dates as texts such as 2026-06-30, which compare like dates.

/** Today's date on this computer. The server decides what today is where no date is chosen. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * The last day of the month that lies this many months before the date.
 * @param {string} date
 * @param {number} count
 */
export function monthEnd(date, count) {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month - count, 0)).toISOString().slice(0, 10);
}
