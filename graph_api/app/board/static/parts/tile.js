// A community in the picture of the city.
import { Link } from "../address.js";
import { html } from "../html.js";
import { percent, words } from "../language.js";
import { CoverageBar, rateOf } from "./coverage_bar.js";

// The lowest rate of each shade, best first.
const SHADES = [1, 0.95, 0.9, 0.8];

/** @param {number | null} rate */
const shadeOf = (rate) => (rate === null ? "none" : String(SHADES.findIndex((least) => rate >= least)).replace("-1", "4"));

/** @param {{ code: string, name: string, counts: import("./coverage_bar.js").Counts }} given */
export function Tile({ code, name, counts }) {
  const { city } = words();
  const rate = rateOf(counts);
  const parts = [counts.fail && city.failing(counts.fail), counts.unknown && city.unknown(counts.unknown)].filter(Boolean);
  return html`<li class="tile" data-shade=${shadeOf(rate)}>
    <${Link} to=${`/communities/${code}`}>${name}<//>
    <span class="rate">${percent(rate)}</span>
    <${CoverageBar} counts=${counts} />
    <span class="note">${rate === null ? city.noChecks : parts.length ? parts.join(" · ") : city.allPass}</span>
  </li>`;
}

