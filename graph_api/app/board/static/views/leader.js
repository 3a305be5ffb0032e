// A leader: the paired community, the visits, and the departments that the leader supervises.
import { Fragment, html } from "../html.js";
import { dateText, monthText, period, words } from "../language.js";
import { codeView } from "../parts/code_view.js";
import { Facts } from "../parts/facts.js";
import { Findings } from "../parts/findings.js";
import { CommunityName, DepartmentName } from "../parts/named.js";
import { Panel } from "../parts/panel.js";
import { Table } from "../parts/table.js";
import { Trail } from "../parts/trail.js";

/** @typedef {NonNullable<import("../types/operations.js").Operations["Leader"]["data"]["leader"]>} LeaderData */

export const View = codeView("Leader", ({ leader }) => leader, (leader, labels) => html`<${Leader} leader=${leader} labels=${labels} />`);

/** @param {{ leader: LeaderData, labels: import("../parts/labels.js").Labels }} given */
function Leader({ leader, labels }) {
  const { leader: texts, pairing: paired } = words();
  const { pairing, pairings, supervises, visits } = leader;
  /** @type {import("../parts/table.js").Column<typeof supervises.nodes[number]>[]} */
  const supervised = [
    { title: texts.department, cell: (department) => html`<${DepartmentName} of=${department} />` },
    { title: paired.community, cell: (department) => (department.pairing ? html`<${CommunityName} of=${department.pairing.community} />` : paired.unpaired) },
    { title: paired.aligned, cell: (department) => (department.pairing?.aligned ? paired.isAligned : department.pairing ? html`<span class="bad">${paired.isMisaligned}</span>` : "–") },
  ];
  return html`<${Fragment}>
    <${Trail}>${leader.body && labels("MunicipalBody", leader.body)}<//>
    <div class="heading"><h1>${leader.name}</h1><p class="note">${leader.title}</p></div>
    <div class="columns">
      <div>
        <${Panel} title=${paired.now}>
          ${pairing
            ? html`<${Facts} facts=${[
                [paired.community, html`<${CommunityName} of=${pairing.community} />`],
                [paired.since, dateText(pairing.since)],
                [texts.lastVisit, pairing.lastVisit ? dateText(pairing.lastVisit) : texts.never],
                [texts.nextVisit, leader.nextVisitDue ? html`${dateText(leader.nextVisitDue)}${leader.visitOverdue && html` <span class="bad">${texts.overdue}</span>`}` : paired.unknown],
              ]} />`
            : html`<p class="empty">${paired.unpaired}</p>`}
        <//>
        <${Panel} title=${texts.supervises} count=${supervises.totalCount}>
          ${supervises.nodes.length ? html`<${Table} title=${texts.supervises} items=${supervises.nodes} columns=${supervised} keyOf=${(/** @type {any} */ each) => each.code} />` : html`<p class="empty">${texts.none}</p>`}
        <//>
        <${Findings} findings=${leader.findings} labels=${labels} />
      </div>
      <div>
        ${pairing && html`<${Panel} title=${texts.quarters}>
          <ul class="quarters">${pairing.visitsPerQuarter.map(({ from, visits: count }) => html`<li key=${from}>
            <span>${monthText(from)}</span><span class=${count ? "good" : "bad"}>${texts.visitCount(count)}</span></li>`)}</ul>
        <//>`}
        <${Panel} title=${texts.visits} count=${visits.totalCount}>
          ${visits.nodes.length ? html`<ul>${visits.nodes.map((visit) => html`<li key=${visit.id}>${dateText(visit.date)} <${CommunityName} of=${visit.community} />
            <span class="note">${visit.tasks.map((task) => labels("VisitTask", task)).join(words().comma)}</span></li>`)}</ul>` : html`<p class="empty">${texts.none}</p>`}
        <//>
        <${Panel} title=${paired.all} count=${pairings.totalCount}>
          <ul>${pairings.nodes.map((each) => html`<li key=${each.id}><${CommunityName} of=${each.community} /> <span class="note">${period(each.since, each.until)}</span></li>`)}</ul>
        <//>
      </div>
    </div>
  <//>`;
}
