// How many checks pass, fail or lack data: as a bar, beside which the numbers always stand in words.
import { html } from "../html.js";

/** @typedef {{ pass: number, fail: number, unknown: number }} Counts */

/** @param {Counts} counts */
export const rateOf = ({ pass, fail, unknown }) => (pass + fail + unknown ? pass / (pass + fail + unknown) : null);

/** @param {{ counts: Counts }} given */
export function CoverageBar({ counts }) {
  const { pass, fail, unknown } = counts;
  const total = pass + fail + unknown;
  if (!total) return null;
  const width = (/** @type {number} */ part) => (100 * part) / total;
  return html`<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
    <rect class="pass" width=${width(pass)} height="6" />
    <rect class="fail" x=${width(pass)} width=${width(fail)} height="6" />
    <rect class="unknown" x=${width(pass + fail)} width=${width(unknown)} height="6" />
  </svg>`;
}
