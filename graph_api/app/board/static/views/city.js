// The city at a glance: its communities, coloured by coverage, its figures and its trend.
import { address, change, day } from "../address.js";
import { useAnswer } from "../client.js";
import { Fragment, html } from "../html.js";
import { language, number, percent, words } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Choice } from "../parts/choice.js";
import { cityOf } from "../parts/chosen_city.js";
import { rateOf } from "../parts/coverage_bar.js";
import { labelsOf } from "../parts/labels.js";
import { Tile } from "../parts/tile.js";
import { Trend } from "../parts/trend.js";

/** @typedef {import("../types/operations.js").Operations["City"]["data"]} CityData */
/** @typedef {NonNullable<CityData["city"]>["communities"]["nodes"][number]} Community */
/** @typedef {import("../parts/coverage_bar.js").Counts} Counts */

/** What the fields of a result are called in counts. */
const ANY = "ALL";
const COUNTED = { PASS: "pass", FAIL: "fail", UNKNOWN: "unknown" };

/** The view. The first city, unless the address names another. */
export function CityView() {
  const cities = useAnswer("Cities", { day: day.value, language: language.value });
  const code = cityOf(cities.data);
  const answer = useAnswer("City", code ? { code, day: day.value, language: language.value } : null);
  if (!code) return html`<${Answered} answer=${cities}>${() => words().nothingHere}<//>`;
  const labels = labelsOf(cities.data);
  return html`<${Answered} answer=${answer}>
    ${(/** @type {CityData} */ { city, rules }) => (city ? html`<${City} city=${city} rules=${rules} labels=${labels} />` : words().nothingHere)}
  <//>`;
}

/** @param {{ city: NonNullable<CityData["city"]>, rules: CityData["rules"], labels: import("../parts/labels.js").Labels }} given */
function City({ city, rules, labels }) {
  const texts = words().city;
  const { parameters } = address.value;
  // Coverage counts what must be met; the other rules are shown on request.
  const { obligation = "MUST", order = "worst", result, rule, subdistrict } = parameters;
  const counting = new Set(rules.filter((each) => (!rule || each.code === rule) && (rule || obligation === ANY || each.obligation === obligation)).map((each) => each.code));
  const communities = city.communities.nodes
    .filter((community) => !subdistrict || community.subdistrict.code === subdistrict)
    .map((community) => ({ ...community, counts: countsOf(community, counting) }))
    .filter(({ counts }) => !result || counts[/** @type {keyof Counts} */ (COUNTED[/** @type {keyof typeof COUNTED} */ (result)])] > 0);
  const subdistricts = new Map(city.communities.nodes.map((community) => [community.subdistrict.code, community.subdistrict.name]));
  const full = city.communities.nodes.filter((community) => community.coverage.fullyCovered).length;
  const groups = order === "place"
    ? [...subdistricts].map(([code, name]) => ({ code, name, tiles: communities.filter((each) => each.subdistrict.code === code) }))
    : [{ code: "all", name: "", tiles: [...communities].sort((one, other) => (rateOf(one.counts) ?? 2) - (rateOf(other.counts) ?? 2)) }];
  const filtered = [rule, result, parameters.obligation, subdistrict].some(Boolean);
  return html`<${Fragment}>
    <div class="heading">
      <h1>${city.name}</h1>
      <p>
        <strong title=${texts.coverageHelp}>${percent(city.coverage.rate)}</strong> ${texts.coverage}
        <span class="note">${texts.communities(city.communities.totalCount)} · ${texts.full(full)}</span>
      </p>
    </div>
    <form class="filters" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <${Choice} label=${texts.order} value=${order} choose=${(/** @type {string | null} */ value) => change({ order: value === "worst" ? null : value })}
        options=${[["worst", texts.worst], ["place", texts.place]]} />
      <${Choice} label=${texts.rule} every=${texts.everyRule} value=${rule} choose=${(/** @type {string | null} */ value) => change({ rule: value })}
        options=${rules.map((each) => [each.code, `${each.code} ${each.title}`])} />
      <${Choice} label=${texts.result} every=${texts.everyResult} value=${result} choose=${(/** @type {string | null} */ value) => change({ result: value })}
        options=${Object.keys(COUNTED).map((each) => [each, labels("RuleResult", each)])} />
      <${Choice} label=${texts.obligation} value=${obligation} choose=${(/** @type {string | null} */ value) => change({ obligation: value === "MUST" ? null : value })}
        options=${[...["MUST", "SHOULD"].map((each) => [each, labels("Obligation", each)]), [ANY, texts.everyObligation]]} />
      <${Choice} label=${texts.subdistrict} every=${texts.everySubdistrict} value=${subdistrict} choose=${(/** @type {string | null} */ value) => change({ subdistrict: value })}
        options=${[...subdistricts]} />
      ${filtered && html`<button type="button" class="quiet" onClick=${() => change({ rule: null, result: null, obligation: null, subdistrict: null })}>${texts.clear}</button>`}
    </form>
    <div class="columns">
      <div>
        ${groups.filter(({ tiles }) => tiles.length).map(({ code, name, tiles }) => html`<section key=${code}>
          ${name && html`<h2>${name}</h2>`}
          <ul class="tiles">${tiles.map((each) => html`<${Tile} key=${each.code} ...${each} />`)}</ul>
        </section>`)}
        ${!communities.length && html`<p class="empty">${texts.none}</p>`}
        <${Trend} code=${city.code} day=${day.value} />
      </div>
      <${Figures} figures=${city.figures} />
    </div>
  <//>`;
}

/** @param {Community} community @param {Set<string>} rules @returns {Counts} */
function countsOf(community, rules) {
  const sum = { pass: 0, fail: 0, unknown: 0 };
  for (const { rule, pass, fail, unknown } of community.coverage.counts) {
    if (!rules.has(rule.code)) continue;
    sum.pass += pass;
    sum.fail += fail;
    sum.unknown += unknown;
  }
  return sum;
}

/** @param {{ figures: NonNullable<CityData["city"]>["figures"] }} given */
function Figures({ figures }) {
  const { city } = words();
  return html`<section class="panel">
    <h2>${city.figures}</h2>
    <table>
      <thead><tr><th scope="col">${city.figure}</th><th scope="col" class="number">${city.stated}</th><th scope="col" class="number">${city.computed}</th><th scope="col"><span class="unseen">${city.compared}</span></th></tr></thead>
      <tbody>${figures.map(({ key, label, stated, value, holds }) => html`<tr key=${key}>
        <th scope="row">${label}</th><td class="number">${number(stated)}</td><td class="number">${number(value)}</td>
        <td class=${holds ? "good" : "bad"}>${holds ? "✓" : "✗"}<span class="unseen">${holds ? city.holds : city.differs}</span></td>
      </tr>`)}</tbody>
    </table>
  </section>`;
}
