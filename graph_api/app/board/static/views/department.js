// A department: where it is and was paired, its leader, its evaluations and deeds.
import { Fragment, html } from "../html.js";
import { dateText, distance, number, period, words } from "../language.js";
import { codeView } from "../parts/code_view.js";
import { Facts } from "../parts/facts.js";
import { Findings } from "../parts/findings.js";
import { CommunityName, LeaderName } from "../parts/named.js";
import { Panel } from "../parts/panel.js";
import { Table } from "../parts/table.js";
import { Trail } from "../parts/trail.js";

/** @typedef {NonNullable<import("../types/operations.js").Operations["Department"]["data"]["department"]>} DepartmentData */

export const View = codeView("Department", ({ department }) => department, (department, labels) => html`<${Department} department=${department} labels=${labels} />`);

/** @param {{ department: DepartmentData, labels: import("../parts/labels.js").Labels }} given */
function Department({ department, labels }) {
  const { department: texts, pairing: paired } = words();
  const { evaluations, pairing, pairings, supervisor } = department;
  /** @type {import("../parts/table.js").Column<typeof pairings.nodes[number]>[]} */
  const pairingColumns = [
    { title: paired.community, cell: ({ community }) => html`<${CommunityName} of=${community} />` },
    { title: paired.period, cell: ({ since, until }) => period(since, until) },
  ];
  /** @type {import("../parts/table.js").Column<typeof evaluations.nodes[number]>[]} */
  const evaluationColumns = [
    { title: texts.year, cell: ({ year }) => year },
    { title: paired.community, cell: ({ community }) => html`<${CommunityName} of=${community} />` },
    { title: texts.score, number: true, cell: ({ score }) => (score === null ? "–" : number(score)) },
    { title: texts.rank, number: true, cell: ({ rankInCity }) => rankInCity ?? "–" },
  ];
  return html`<${Fragment}>
    <${Trail}>${labels("DepartmentKind", department.kind)}<//>
    <div class="heading"><h1>${department.name}</h1></div>
    <div class="columns">
      <div>
        <${Panel} title=${paired.now}>
          ${pairing
            ? html`<${Facts} facts=${[
                [paired.community, html`<${CommunityName} of=${pairing.community} /> <span class="note">${pairing.community.subdistrict.name}</span>`],
                [paired.since, dateText(pairing.since)],
                [paired.aligned, pairing.aligned === null ? paired.unknown : pairing.aligned ? paired.isAligned : html`<span class="bad">${paired.isMisaligned}</span>`],
                [paired.distance, pairing.distanceMetres === null ? paired.unknown : distance(pairing.distanceMetres)],
              ]} />`
            : html`<p class="empty">${paired.unpaired}</p>`}
        <//>
        <${Panel} title=${paired.all} count=${pairings.totalCount}>
          <${Table} title=${paired.all} items=${pairings.nodes} columns=${pairingColumns} keyOf=${(/** @type {any} */ each) => each.id} />
        <//>
        <${Findings} findings=${department.findings} labels=${labels} />
      </div>
      <div>
        <${Panel} title=${texts.about}>
          <${Facts} facts=${[
            [texts.supervisor, supervisor ? html`<${LeaderName} of=${supervisor} /> <span class="note">${supervisor.title}</span>` : texts.none],
            [texts.supervisorPaired, supervisor?.pairing ? html`<${CommunityName} of=${supervisor.pairing.community} />` : texts.none],
            [texts.secretary, department.secretary?.name ?? texts.none],
            [texts.couldServe, department.couldServe.map((each) => labels("SynergyFunction", each)).join(words().comma) || texts.none],
          ]} />
        <//>
        <${Panel} title=${texts.evaluations} count=${evaluations.totalCount}>
          ${evaluations.nodes.length ? html`<${Table} title=${texts.evaluations} items=${evaluations.nodes} columns=${evaluationColumns} keyOf=${(/** @type {any} */ each) => each.id} />` : html`<p class="empty">${texts.none}</p>`}
        <//>
        <${Panel} title=${texts.deeds} count=${department.deeds.totalCount}>
          ${department.deeds.nodes.length ? html`<ul>${department.deeds.nodes.map((deed) => html`<li key=${deed.id}>${deed.title} <span class="note">${dateText(deed.date)}</span></li>`)}</ul>` : html`<p class="empty">${texts.none}</p>`}
        <//>
      </div>
    </div>
  <//>`;
}
