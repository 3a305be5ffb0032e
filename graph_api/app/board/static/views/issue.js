// The journey of an issue through the levels, with its deadlines.
import { Link } from "../address.js";
import { Fragment, html } from "../html.js";
import { dateText, number, words } from "../language.js";
import { codeView } from "../parts/code_view.js";
import { Findings } from "../parts/findings.js";
import { Panel } from "../parts/panel.js";

/** @typedef {NonNullable<import("../types/operations.js").Operations["Issue"]["data"]["issue"]>} IssueData */
/** @typedef {{ on: string | null, text: string, note?: string | null, late?: string | null }} Step */

export const View = codeView("Issue", ({ issue }) => issue, (issue, labels) => html`<${Issue} issue=${issue} labels=${labels} />`);

/** @param {{ issue: IssueData, labels: import("../parts/labels.js").Labels }} given */
function Issue({ issue, labels }) {
  const { issue: texts, views } = words();
  return html`<${Fragment}>
    <p class="trail"><${Link} to="/issues">${views.issues}<//> › ${issue.code}</p>
    <div class="heading"><h1>${issue.title}</h1><p class="note">${labels("IssueStatus", issue.status)} · ${texts.heldBy(issue.heldBy.name)}</p></div>
    <div class="columns">
      <div><${Panel} title=${texts.journey}>
        <ol class="journey">${stepsOf(issue).map((step, index) => html`<li key=${index} class=${step.on ? undefined : "due"}>
          <span class="when">${step.on ? dateText(step.on) : texts.waiting}</span>
          <span>${step.text}${step.note && html` <span class="note">${step.note}</span>`}${step.late && html` <span class="bad">${step.late}</span>`}</span>
        </li>`)}</ol>
      <//></div>
      <div><${Findings} findings=${issue.findings} labels=${labels} /></div>
    </div>
  <//>`;
}

/** @param {IssueData} issue @returns {Step[]} */
function stepsOf(issue) {
  const { issue: texts } = words();
  /** @type {Step[]} */
  const steps = [{ on: issue.raisedAt.date, text: texts.raised(issue.raisedAt.conference.name) }];
  for (const { agendaDue, agendaMeeting, feedback, feedbackDue, overdueDays, submittedOn, to } of issue.escalations) {
    const late = overdueDays ? texts.overdue(number(overdueDays)) : null;
    steps.push({ on: submittedOn, text: texts.submitted(to.name) });
    if (agendaMeeting) steps.push({ on: agendaMeeting.date, text: texts.agenda(to.name) });
    else if (agendaDue) steps.push({ on: null, text: texts.agendaDue(to.name, dateText(agendaDue)), late });
    if (feedback) steps.push({ on: feedback.on, text: texts.feedback(to.name), note: feedback.text });
    else if (feedbackDue && agendaMeeting) steps.push({ on: null, text: texts.feedbackDue(to.name, dateText(feedbackDue)), late });
  }
  if (issue.resolvedOn) steps.push({ on: issue.resolvedOn, text: texts.settled, note: [issue.resolution, issue.settledWith?.name].filter(Boolean).join(" · ") });
  return steps;
}
