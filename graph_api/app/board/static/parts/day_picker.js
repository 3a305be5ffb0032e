// The date that all views describe: any day, or a month of the last two years by slider.
import { change } from "../address.js";
import { html, useState } from "../html.js";
import { dateText, words } from "../language.js";
import { monthEnd, today } from "../today.js";

const MONTHS = 24;

/** @param {{ day: string | undefined }} given */
export function DayPicker({ day }) {
  const { day: texts } = words();
  const [now] = useState(today);
  // The ends of the last months, oldest first, and today.
  const stops = [...Array.from({ length: MONTHS }, (_, index) => monthEnd(now, MONTHS - index)), now];
  const shown = day ?? now;
  const next = stops.findIndex((stop) => stop >= shown);
  const at = next === -1 ? MONTHS : next;
  const choose = (/** @type {string | undefined} */ chosen, replace = false) =>
    change({ day: !chosen || chosen === now ? null : chosen }, { replace });
  return html`<form class="day" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <label>${texts.label}
      <input type="date" value=${shown} onChange=${(/** @type {any} */ event) => choose(event.target.value)} />
    </label>
    <input type="range" min="0" max=${MONTHS} value=${at} aria-label=${texts.slider} aria-valuetext=${dateText(shown)}
      onInput=${(/** @type {any} */ event) => choose(stops[event.target.value], true)} />
    <button type="button" class="quiet" disabled=${!day} onClick=${() => choose(undefined)}>${texts.today}</button>
  </form>`;
}
