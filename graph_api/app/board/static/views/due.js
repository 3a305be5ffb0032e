// What is due in the next 30 days at every level, the overdue first.
import { Link, address, change, day } from "../address.js";
import { useAnswer } from "../client.js";
import { Fragment, html } from "../html.js";
import { dateText, language, number, words } from "../language.js";
import { Answered } from "../parts/answered.js";
import { Choice } from "../parts/choice.js";
import { cityOf } from "../parts/chosen_city.js";
import { labelsOf } from "../parts/labels.js";
import { CommunityName, CompoundName } from "../parts/named.js";
import { Table } from "../parts/table.js";

/** @typedef {NonNullable<import("../types/operations.js").Operations["Due"]["data"]["due"]>} DueData */
/** @typedef {DueData["nodes"][number]} Item */
/** @typedef {import("../types/operations.js").DueKind} Kind */
/** @typedef {import("../types/operations.js").PlaceLevel} Level */

/** @type {Kind[]} */
const KINDS = ["MEETING", "VISIT", "AGENDA", "FEEDBACK", "ATTENDANCE", "EVALUATION", "FORMS", "APPOINTMENT_END", "PAIRING_END"];
/** @type {Level[]} */
const LEVELS = ["CITY", "SUBDISTRICT", "COMMUNITY", "COMPOUND"];

export function View() {
  const cities = useAnswer("Cities", { day: day.value, language: language.value });
  const labels = labelsOf(cities.data);
  const code = cityOf(cities.data);
  const { after, kind, level, overdue } = address.value.parameters;
  const answer = useAnswer("Due", code ? {
    code,
    day: day.value,
    language: language.value,
    kinds: KINDS.includes(/** @type {Kind} */ (kind)) ? [/** @type {Kind} */ (kind)] : null,
    filter: { level: LEVELS.includes(/** @type {Level} */ (level)) ? /** @type {Level} */ (level) : null, overdue: overdue ? true : null },
    after: after ?? null,
  } : null);
  const { due: texts } = words();
  const choose = (/** @type {string} */ name) => (/** @type {string | null} */ value) => change({ [name]: value, after: null });
  return html`<${Fragment}>
    <div class="heading"><h1>${texts.title}</h1></div>
    <form class="filters" onSubmit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <${Choice} label=${texts.kind} every=${texts.everyKind} value=${kind} choose=${choose("kind")} options=${KINDS.map((each) => [each, labels("DueKind", each)])} />
      <${Choice} label=${texts.level} every=${texts.everyLevel} value=${level} choose=${choose("level")} options=${LEVELS.map((each) => [each, labels("PlaceLevel", each)])} />
      <${Choice} label=${texts.shown} every=${texts.everything} value=${overdue} choose=${choose("overdue")} options=${[["1", texts.onlyOverdue]]} />
    </form>
    <${Answered} answer=${code ? answer : cities}>
      ${(/** @type {{ due?: DueData | null }} */ data) => data.due && html`<${Items} due=${data.due} labels=${labels} />`}
    <//>
  <//>`;
}

/** @param {{ due: DueData, labels: import("../parts/labels.js").Labels }} given */
function Items({ due: { nodes, pageInfo, totalCount }, labels }) {
  const { due: texts } = words();
  /** @type {import("../parts/table.js").Column<Item>[]} */
  const columns = [
    { title: texts.what, cell: (item) => html`<${Subject} item=${item} /> <span class="note">${labels("DueKind", item.kind)}</span>` },
    { title: texts.by, cell: ({ dueOn }) => dateText(dueOn) },
    { title: texts.left, cell: ({ daysLeft, overdue }) => (overdue ? html`<span class="bad">${texts.late(number(-daysLeft))}</span>` : texts.days(number(daysLeft))) },
    { title: texts.place, cell: ({ place }) => html`<${PlaceName} place=${place} />` },
    { title: texts.required, cell: ({ rule, title }) => html`${title}${rule && html` <span class="note">${rule.code}</span>`}` },
  ];
  if (!nodes.length) return html`<p class="empty">${texts.none}</p>`;
  return html`<section class="panel"><h2>${texts.count(totalCount)}</h2>
    <${Table} title=${texts.title} items=${nodes} columns=${columns} keyOf=${(/** @type {Item} */ item) => `${item.kind} ${item.dueOn} ${item.name} ${item.place.code} ${item.rule?.code}`} />
    ${pageInfo.hasNextPage && html`<p><${Link} to="/due" parameters=${{ ...address.value.parameters, after: pageInfo.endCursor }}>${texts.more}<//></p>`}
  </section>`;
}

/** @param {{ place: Item["place"] }} given */
function PlaceName({ place }) {
  if (place.__typename === "Community") return html`<${CommunityName} of=${place} />`;
  if (place.__typename === "Compound") return html`<${CompoundName} of=${place} />`;
  return place.name;
}

/** @param {{ item: Item }} given */
function Subject({ item: { name, subject } }) {
  if ("issue" in subject) return html`<${Link} to=${`/issues/${subject.issue.code}`}>${name}<//>`;
  const views = { Community: "communities", Compound: "compounds", Department: "departments", Leader: "leaders" };
  const view = views[/** @type {keyof typeof views} */ (subject.__typename)];
  return view && "code" in subject ? html`<${Link} to=${`/${view}/${subject.code}`}>${name}<//>` : name;
}
