// The issues of a city by level: the open ones, the overdue first, and on request those that were escalated and settled.
import { Link, address, change, day } from "../address.js";
import { useAnswer } from "../client.js";
import { Fragment, html } from "../html.js";
import { dateText, language, number, words } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Choice } from "../parts/choice.js";
import { cityOf } from "../parts/chosen_city.js";
import { labelsOf } from "../parts/labels.js";

/** @typedef {import("../types/operations.js").Operations["Issues"]["data"]} IssuesData */
/** @typedef {import("../types/operations.js").IssueCardFragment} Card */

const LEVELS = ["COMPOUND", "COMMUNITY", "SUBDISTRICT", "CITY"];

export function View() {
  const cities = useAnswer("Cities", { day: day.value, language: language.value });
  const labels = labelsOf(cities.data);
  const code = cityOf(cities.data);
  const answer = useAnswer("Issues", code ? { code, day: day.value } : null);
  return html`<${Answered} answer=${code ? answer : cities}>
    ${(/** @type {IssuesData} */ data) => "open" in data && html`<${Issues} data=${data} labels=${labels} />`}
  <//>`;
}

/** @param {{ data: IssuesData, labels: import("../parts/labels.js").Labels }} given */
function Issues({ data, labels }) {
  const { issues: texts } = words();
  const shown = address.value.parameters.status === "RESOLVED" ? data.escalated : data.open;
  return html`<${Fragment}>
    <div class="heading"><h1>${texts.title}</h1><p class="note">${texts.counts(data.open.totalCount, data.escalated.totalCount)}</p></div>
    <form class="filters" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <${Choice} label=${texts.shown} value=${address.value.parameters.status ?? "OPEN"} choose=${(/** @type {string | null} */ value) => change({ status: value === "OPEN" ? null : value })}
        options=${[["OPEN", texts.open], ["RESOLVED", texts.settled]]} />
    </form>
    <div class="levels">${LEVELS.map((level) => html`<${Column} key=${level} title=${labels("PlaceLevel", level)} cards=${shown.nodes.filter((each) => each.heldBy.level === level)} labels=${labels} />`)}</div>
  <//>`;
}

/** @param {{ title: string, cards: Card[], labels: import("../parts/labels.js").Labels }} given */
function Column({ title, cards, labels }) {
  const { issues: texts } = words();
  return html`<section class="panel"><h2>${title} <span class="count">${cards.length}</span></h2>
    <ul class="cards">${cards.map((card) => html`<li key=${card.code}>
      <${Link} to=${`/issues/${card.code}`}>${card.title}<//>
      <p class="note">${card.heldBy.place.name} · ${card.resolvedOn ? texts.settledOn(dateText(card.resolvedOn)) : texts.heldSince(dateText(heldSince(card)))}
        ${card.overdueDays ? html` <span class="bad">${texts.overdue(number(card.overdueDays))}</span>` : ""}</p>
      ${card.escalations.length > 0 && html`<p class="note">${[card.raisedAt.conference.level, ...card.escalations.map(({ to }) => to.level)].map((level) => labels("PlaceLevel", level)).join(" → ")}</p>`}
    </li>`)}</ul>
    ${cards.length === 0 && html`<p class="empty">${texts.none}</p>`}
  </section>`;
}

/** @param {Card} card */
const heldSince = ({ escalations, raisedAt }) => escalations.at(-1)?.submittedOn ?? raisedAt.date;
