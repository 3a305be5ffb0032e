// The coverage of a place over time, as a line whose months can be selected.
import { change } from "../address.js";
import { useAnswer } from "../client.js";
import { html } from "../html.js";
import { monthText, percent, words } from "../language.js";
import { monthEnd, today } from "../today.js";
import { Answered } from "./answered.js";

const MONTHS = 24;
const [WIDTH, HEIGHT, LEFT, BOTTOM, TOP] = [720, 160, 40, 22, 8];

/** @param {{ code: string, day: string | undefined }} given */
export function Trend({ code, day }) {
  const { city } = words();
  const now = today();
  const answer = useAnswer("Trend", { code, from: monthEnd(now, MONTHS), until: now });
  return html`<section class="panel">
    <h2>${city.trend}</h2>
    <p class="note">${city.trendHelp}</p>
    <${Answered} answer=${answer}>
      ${(/** @type {any} */ data) => html`<${Line} points=${data.coverageHistory} day=${day} />`}
    <//>
  </section>`;
}

/** @param {{ points: { asOf: string, coverage: { rate: number | null } }[], day: string | undefined }} given */
function Line({ points, day }) {
  const rates = points.flatMap(({ coverage }) => (coverage.rate === null ? [] : [coverage.rate]));
  const least = Math.max(0, Math.floor(Math.min(1, ...rates) * 10 - 0.5) / 10);
  const x = (/** @type {number} */ index) => LEFT + ((WIDTH - LEFT - 12) * index) / Math.max(1, points.length - 1);
  const y = (/** @type {number} */ rate) => TOP + ((HEIGHT - TOP - BOTTOM) * (1 - rate)) / (1 - least || 1);
  const known = points.flatMap(({ asOf, coverage }, index) => (coverage.rate === null ? [] : [{ asOf, rate: coverage.rate, index }]));
  const line = known.map(({ rate, index }) => `${x(index).toFixed(1)},${y(rate).toFixed(1)}`).join(" ");
  const ticks = [least, (1 + least) / 2, 1];
  return html`<svg class="trend" viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label=${words().city.trend}>
    ${ticks.map((rate) => html`<g key=${rate}>
      <line class="grid" x1=${LEFT} x2=${WIDTH - 12} y1=${y(rate)} y2=${y(rate)} />
      <text x=${LEFT - 6} y=${y(rate) + 4} text-anchor="end">${percent(rate)}</text>
    </g>`)}
    <polyline points=${line} />
    ${known.map(({ asOf, rate, index }) => html`<g key=${asOf} class="point" role="button" tabindex="0"
        aria-label=${`${monthText(asOf)}: ${percent(rate)}`} aria-pressed=${day === asOf ? "true" : "false"}
        onClick=${() => change({ day: asOf })}
        onKeyDown=${(/** @type {KeyboardEvent} */ event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), change({ day: asOf }))}>
      <title>${monthText(asOf)}: ${percent(rate)}</title>
      <circle class="target" cx=${x(index)} cy=${y(rate)} r="12" />
      <circle cx=${x(index)} cy=${y(rate)} r=${day === asOf ? 5 : 3} />
    </g>`)}
    ${known.filter(({ index }) => index % 6 === 0).map(({ asOf, index }) => html`<text key=${asOf} x=${x(index)} y=${HEIGHT - 4} text-anchor="middle">${monthText(asOf)}</text>`)}
  </svg>`;
}
