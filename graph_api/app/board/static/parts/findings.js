// The checks that fail or are unknown, each with what is required and what was found.
import { html } from "../html.js";
import { words } from "../language.js";
import { Panel } from "./panel.js";

/** @typedef {import("../types/operations.js").FindingRowFragment} Finding */

/** @param {{ findings: { totalCount: number, nodes: Finding[] }, labels: import("./labels.js").Labels }} given */
export function Findings({ findings, labels }) {
  const { findings: texts } = words();
  return html`<${Panel} title=${texts.title} count=${findings.totalCount}>
    ${findings.nodes.length === 0 && html`<p class="empty">${texts.none}</p>`}
    <ul class="findings">${findings.nodes.map((finding) => html`<li key=${finding.id} data-result=${finding.result}>
      <details>
        <summary><span class="result">${labels("RuleResult", finding.result)}</span> ${finding.rule.title} ${" "}<span
          class="note">${finding.rule.code} · ${labels("Obligation", finding.rule.obligation)} · ${nameOf(finding)}</span></summary>
        <dl>
          <dt>${texts.required}</dt><dd>${finding.required}</dd>
          <dt>${texts.observed}</dt><dd>${finding.observed ?? texts.unknown}</dd>
        </dl>
      </details>
    </li>`)}</ul>
  <//>`;
}

/** @param {Finding} finding */
function nameOf({ place, subject }) {
  const name = "name" in subject ? subject.name : "actorName" in subject ? subject.actorName : "title" in subject ? subject.title : "groupName" in subject ? subject.groupName : null;
  return name ?? place.name;
}
