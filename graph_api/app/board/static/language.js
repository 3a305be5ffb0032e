// The language of the page: the browser's, unless the user chose one. Words, numbers, dates, and labels of enum values.
import { computed, effect, signal } from "./html.js";
import en from "./words/en.js";
import zh from "./words/zh.js";

/** @typedef {"EN" | "ZH"} Language */

const STORED = "language";

/** @returns {Language} */
function preferred() {
  const stored = localStorage.getItem(STORED);
  if (stored === "EN" || stored === "ZH") return stored;
  return navigator.language.toLowerCase().startsWith("zh") ? "ZH" : "EN";
}

/** @type {import("./vendor/signals.js").Signal<Language>} */
export const language = signal(preferred());

/** @param {Language} chosen */
export function choose(chosen) {
  localStorage.setItem(STORED, chosen);
  language.value = chosen;
}

const locale = computed(() => (language.value === "ZH" ? "zh-CN" : "en-GB"));
const current = computed(() => (language.value === "ZH" ? zh : en));

/** The words of the page in its language. */
export const words = () => current.value;

effect(() => {
  document.documentElement.lang = locale.value;
});

const wholes = computed(() => new Intl.NumberFormat(locale.value, { maximumFractionDigits: 1 }));
const shares = computed(() => new Intl.NumberFormat(locale.value, { style: "percent", maximumFractionDigits: 1 }));
const dates = computed(() => new Intl.DateTimeFormat(locale.value, { dateStyle: "medium", timeZone: "UTC" }));
const months = computed(() => new Intl.DateTimeFormat(locale.value, { year: "numeric", month: "short", timeZone: "UTC" }));

/** @param {number} value */
export const number = (value) => wholes.value.format(value);

/** @param {number | null} share of 1; null if nothing is known */
export const percent = (share) => (share === null ? "–" : shares.value.format(share));

/** @param {string} date such as 2026-06-30 */
export const dateText = (date) => dates.value.format(new Date(`${date}T00:00:00Z`));

/** @param {string} date */
export const monthText = (date) => months.value.format(new Date(`${date}T00:00:00Z`));

/** @param {string} since @param {string | null} until */
export const period = (since, until) => (until ? words().period(dateText(since), dateText(until)) : words().openPeriod(dateText(since)));

/** @param {number} metres */
export const distance = (metres) =>
  metres < 1_000 ? words().metres(number(Math.round(metres))) : words().kilometres(number(metres / 1_000));
