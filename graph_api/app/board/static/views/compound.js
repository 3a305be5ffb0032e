// A compound: its three parties and who sits in two of them, its buildings and their groups.
import { Fragment, html } from "../html.js";
import { dateText, number, percent, words } from "../language.js";
import { codeView } from "../parts/code_view.js";
import { Findings } from "../parts/findings.js";
import { CommunityName } from "../parts/named.js";
import { Panel } from "../parts/panel.js";
import { Table } from "../parts/table.js";
import { Trail } from "../parts/trail.js";

/** @typedef {NonNullable<import("../types/operations.js").Operations["Compound"]["data"]["compound"]>} CompoundData */
/** @typedef {{ compound: CompoundData, labels: import("../parts/labels.js").Labels }} Given */

export const View = codeView("Compound", ({ compound }) => compound, (compound, labels) => html`<${Compound} compound=${compound} labels=${labels} />`);

/** @param {Given} given */
function Compound({ compound, labels }) {
  const { city, compound: texts } = words();
  return html`<${Fragment}>
    <${Trail}><${CommunityName} of=${compound.community} /><//>
    <div class="heading"><h1>${compound.name}</h1><p><strong title=${city.coverageHelp}>${percent(compound.coverage.rate)}</strong> ${city.coverage}</p></div>
    <div class="columns">
      <div>
        <${Parties} compound=${compound} labels=${labels} />
        <${CrossAppointments} compound=${compound} labels=${labels} />
        <${Groups} compound=${compound} labels=${labels} />
      </div>
      <div>
        <${Findings} findings=${compound.findings} labels=${labels} />
        <${Buildings} compound=${compound} labels=${labels} />
      </div>
    </div>
  <//>`;
}

/** @param {Given} given */
function Parties({ compound, labels }) {
  const { compound: texts } = words();
  const parties = /** @type {const} */ ([[texts.branch, compound.branch], [texts.property, compound.propertyCompany], [texts.owners, compound.ownersCommittee]]);
  // A property company serves several compounds; who sits in another party here is shown there.
  const seats = new Set(compound.crossAppointments.nodes.map(({ person }) => person.id));
  return html`<${Panel} title=${texts.parties}>
    <div class="parties">${parties.map(([title, party]) => html`<div key=${title}>
      <h3>${title}</h3>
      ${party
        ? html`<p>${party.name}${"joint" in party && party.joint && html` <span class="note">${texts.joint}</span>`}</p>
            <ul>${party.appointments.nodes.map(({ id, person, role, since }) => html`<li key=${id} class=${seats.has(person.id) ? "strong" : undefined}>${person.name}
              <span class="note">${labels("AppointmentRole", role)} · ${dateText(since)}</span></li>`)}</ul>`
        : html`<p class="bad">${texts.none}</p>`}
    </div>`)}</div>
  <//>`;
}

/** @param {Given} given */
function CrossAppointments({ compound, labels }) {
  const { compound: texts } = words();
  const { nodes, totalCount } = compound.crossAppointments;
  /** @type {import("../parts/table.js").Column<typeof nodes[number]>[]} */
  const columns = [
    { title: texts.person, cell: ({ person }) => person.name },
    { title: texts.channel, cell: ({ channel }) => labels("CrossAppointmentChannel", channel) },
    { title: texts.since, cell: ({ since }) => dateText(since) },
    { title: texts.concurrentHead, cell: ({ concurrentHead }) => (concurrentHead ? texts.yes : texts.no) },
  ];
  return html`<${Panel} title=${texts.crossAppointments} count=${totalCount}>
    ${nodes.length ? html`<${Table} title=${texts.crossAppointments} items=${nodes} columns=${columns} keyOf=${(/** @type {any} */ each) => each.id} />` : html`<p class="empty">${texts.none}</p>`}
  <//>`;
}

/** @param {Given} given */
function Groups({ compound }) {
  const { compound: texts } = words();
  const { nodes, totalCount } = compound.buildingGroups;
  /** @type {import("../parts/table.js").Column<typeof nodes[number]>[]} */
  const columns = [
    { title: texts.group, cell: ({ feature, name }) => html`${name}${feature && html` <span class="note">${feature}</span>`}` },
    { title: texts.groupLeader, cell: ({ leader }) => leader?.name ?? texts.none },
    { title: texts.groupBuildings, cell: ({ buildings }) => buildings.map(({ name }) => name).join(words().comma) },
    { title: texts.households, number: true, cell: ({ centralHouseholdCount }) => number(centralHouseholdCount) },
  ];
  return html`<${Panel} title=${texts.groups} count=${totalCount}>
    ${nodes.length ? html`<${Table} title=${texts.groups} items=${nodes} columns=${columns} keyOf=${(/** @type {any} */ each) => each.id} />` : html`<p class="empty">${texts.none}</p>`}
  <//>`;
}

/** @param {Given} given */
function Buildings({ compound }) {
  const { compound: texts } = words();
  const { nodes, totalCount } = compound.buildings;
  return html`<${Panel} title=${texts.buildings} count=${totalCount}>
    <ul class="buildings">${nodes.map(({ buildingGroups, code, name }) => html`<li key=${code} class=${buildingGroups.length ? undefined : "alone"}>
      ${name} <span class="note">${buildingGroups.map((group) => group.name).join(words().comma) || texts.noGroup}</span></li>`)}</ul>
  <//>`;
}
