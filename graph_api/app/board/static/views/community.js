// A community: who is paired with it, which checks fail, its synergy body, compounds, meetings and issues.
import { Fragment, html } from "../html.js";
import { dateText, distance, number, percent, words } from "../language.js";
import { codeView } from "../parts/code_view.js";
import { Findings } from "../parts/findings.js";
import { CompoundName, DepartmentName, LeaderName } from "../parts/named.js";
import { Panel } from "../parts/panel.js";
import { Table } from "../parts/table.js";
import { Trail } from "../parts/trail.js";

/** @typedef {NonNullable<import("../types/operations.js").Operations["Community"]["data"]["community"]>} CommunityData */
/** @typedef {{ community: CommunityData, labels: import("../parts/labels.js").Labels }} Given */

export const View = codeView("Community", ({ community }) => community, (community, labels) => html`<${Community} community=${community} labels=${labels} />`);

/** @param {Given} given */
function Community({ community, labels }) {
  const { city, community: texts } = words();
  return html`<${Fragment}>
    <${Trail}>${community.subdistrict.name}<//>
    <div class="heading">
      <h1>${community.name}</h1>
      <p><strong title=${city.coverageHelp}>${percent(community.coverage.rate)}</strong> ${city.coverage}
        ${community.secretary && html`<span class="note">${texts.secretary(community.secretary.name)}</span>`}</p>
    </div>
    <div class="columns">
      <div>
        <${Findings} findings=${community.findings} labels=${labels} />
        <${Departments} community=${community} labels=${labels} />
        <${Leaders} community=${community} labels=${labels} />
        <${Compounds} community=${community} labels=${labels} />
      </div>
      <div>
        <${Conference} community=${community} labels=${labels} />
        <${Synergy} community=${community} labels=${labels} />
      </div>
    </div>
  <//>`;
}

/** @param {Given} given */
function Departments({ community, labels }) {
  const { community: texts } = words();
  const { edges, totalCount } = community.departments;
  /** @type {import("../parts/table.js").Column<typeof edges[number]>[]} */
  const columns = [
    { title: texts.department, cell: ({ node }) => html`<${DepartmentName} of=${node} /> <span class="note">${labels("DepartmentKind", node.kind)}</span>` },
    { title: texts.since, cell: ({ since }) => dateText(since) },
    { title: texts.aligned, cell: ({ aligned }) => (aligned === null ? texts.unknown : aligned ? texts.isAligned : html`<span class="bad">${texts.isMisaligned}</span>`) },
    { title: texts.supervisor, cell: ({ node }) => node.supervisor ? html`<${LeaderName} of=${node.supervisor} /> <span class="note">${node.supervisor.title}</span>` : texts.none },
    { title: texts.distance, number: true, cell: ({ distanceMetres }) => (distanceMetres === null ? "–" : distance(distanceMetres)) },
  ];
  return html`<${Panel} title=${texts.pairedDepartments} count=${totalCount}>
    ${edges.length ? html`<${Table} title=${texts.pairedDepartments} items=${edges} columns=${columns} keyOf=${(/** @type {any} */ edge) => edge.node.code} />` : html`<p class="empty">${texts.none}</p>`}
  <//>`;
}

/** @param {Given} given */
function Leaders({ community }) {
  const { community: texts } = words();
  const { edges, totalCount } = community.leaders;
  /** @type {import("../parts/table.js").Column<typeof edges[number]>[]} */
  const columns = [
    { title: texts.leader, cell: ({ node }) => html`<${LeaderName} of=${node} /> <span class="note">${node.title}</span>` },
    { title: texts.since, cell: ({ since }) => dateText(since) },
    { title: texts.lastVisit, cell: ({ lastVisit, node }) => html`${lastVisit ? dateText(lastVisit) : texts.never}${node.visitOverdue && html` <span class="bad">${texts.overdue}</span>`}` },
  ];
  return html`<${Panel} title=${texts.pairedLeaders} count=${totalCount}>
    ${edges.length ? html`<${Table} title=${texts.pairedLeaders} items=${edges} columns=${columns} keyOf=${(/** @type {any} */ edge) => edge.node.code} />` : html`<p class="empty">${texts.none}</p>`}
  <//>`;
}

/** @param {Given} given */
function Compounds({ community }) {
  const { city, community: texts } = words();
  const { nodes, totalCount } = community.compounds;
  const named = (/** @type {{ name: string } | null} */ party) => party?.name ?? html`<span class="note">${texts.none}</span>`;
  /** @type {import("../parts/table.js").Column<typeof nodes[number]>[]} */
  const columns = [
    { title: texts.compound, cell: (compound) => html`<${CompoundName} of=${compound} />` },
    { title: city.coverage, number: true, cell: ({ coverage }) => percent(coverage.rate) },
    { title: texts.branch, cell: ({ branch }) => named(branch) },
    { title: texts.property, cell: ({ propertyCompany }) => named(propertyCompany) },
    { title: texts.owners, cell: ({ ownersCommittee }) => named(ownersCommittee) },
  ];
  return html`<${Panel} title=${texts.compounds} count=${totalCount}>
    <${Table} title=${texts.compounds} items=${nodes} columns=${columns} keyOf=${(/** @type {any} */ compound) => compound.code} />
  <//>`;
}

/** @param {Given} given */
function Conference({ community: { conference }, labels }) {
  const { community: texts } = words();
  if (!conference) return html`<${Panel} title=${texts.conference}><p class="empty">${texts.none}</p><//>`;
  const { meetings, nextMeetingDue, overdue, raised } = conference;
  return html`<${Fragment}>
    <${Panel} title=${texts.conference}>
      <dl>
        <dt>${texts.nextMeeting}</dt>
        <dd>${nextMeetingDue ? dateText(nextMeetingDue) : texts.unknown}${overdue && html` <span class="bad">${texts.overdue}</span>`}</dd>
        <dt>${texts.meetings}</dt>
        <dd>${meetings.nodes.length ? html`<ul>${meetings.nodes.map((meeting) => html`<li key=${meeting.id}>${dateText(meeting.date)} <span class="note">${labels("MeetingKind", meeting.kind)}</span></li>`)}</ul>` : texts.none}</dd>
      </dl>
    <//>
    <${Panel} title=${texts.issues} count=${raised.totalCount}>
      ${raised.nodes.length ? html`<ul>${raised.nodes.map((issue) => html`<li key=${issue.code}>${issue.title}</li>`)}</ul>` : html`<p class="empty">${texts.noIssues}</p>`}
    <//>
  <//>`;
}

/** @param {Given} given */
function Synergy({ community: { synergyBody }, labels }) {
  const { community: texts } = words();
  if (!synergyBody) return html`<${Panel} title=${texts.synergyBody}><p class="empty">${texts.noBody}</p><//>`;
  const { functions, lacking, members, name } = synergyBody;
  const listed = (/** @type {string[]} */ values) => values.map((value) => labels("SynergyFunction", value)).join(words().comma) || texts.none;
  return html`<${Panel} title=${texts.synergyBody}>
    <p>${name}</p>
    <dl>
      <dt>${texts.functions}</dt><dd>${listed(functions)}</dd>
      <dt>${texts.lacking}</dt><dd class=${lacking.length ? "bad" : undefined}>${listed(lacking)}</dd>
      <dt>${texts.members} <span class="count">${number(members.totalCount)}</span></dt>
      <dd><ul>${members.nodes.map((member) => html`<li key=${member.id}>${member.name}</li>`)}</ul></dd>
    </dl>
  <//>`;
}
