// name: rules.ISS3
// mode: rule
// subject: Issue
// obligation: MUST
// window: none
// title: The upper level put the issue on the agenda of its next regular meeting
// title_zh: 上级联席会纳入议程
// required: on the agenda of the upper conference's next regular meeting, or of an earlier extraordinary one
// required_zh: 列入上级联席会下一次常规会议或此前临时会议的议程
// observed_on_agenda: on the next agenda after {of escalation|escalations}
// observed_on_agenda_zh: {of}次上移后，均列入下一次会议议程
// observed_missed: not on the next agenda after {missed} of {of escalation|escalations}
// observed_missed_zh: {of}次上移中，{missed}次未列入下一次会议议程
// unit: ESCALATIONS
// minimum: of
// evidence: Meeting
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to an issue if the upper conference has held a regular meeting after an escalation. A regular meeting on the
// date of the submission counts only if it had the issue on its agenda. Passes if, for each such escalation, the issue
// was on the agenda of the first of these meetings, or of an extraordinary meeting before it (on or after the date of
// the submission). Evidence: the agenda meetings.
MATCH (issue:Issue)
WHERE issue.code STARTS WITH left($within, 6) AND issues.exists(issue)
WITH issue, issues.place_of_holder(issue) AS place
WHERE place STARTS WITH $within
WITH issue, place, [
  escalation IN escalations.of_issue(issue) |
  {agenda: escalations.agenda(escalation), regular: escalations.next_regular_meeting(escalation)}
] AS submitted
WITH issue, place, [one IN submitted WHERE one.agenda IS NOT NULL | one.agenda] AS agendas,
  [one IN submitted WHERE one.regular IS NOT NULL] AS due
WITH issue, place, agendas, due, [
  one IN due WHERE one.agenda IS NULL
    OR one.agenda.date > one.regular.date OR (one.agenda.date = one.regular.date AND one.agenda.id > one.regular.id)
] AS missed
RETURN issue.id AS subject, place,
  CASE WHEN due = [] THEN 'NOT_APPLICABLE' WHEN missed = [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE
    WHEN due = [] THEN null
    WHEN missed = [] THEN {form: 'on_agenda', value: size(due), of: size(due)}
    ELSE {form: 'missed', value: size(due) - size(missed), of: size(due), missed: size(missed)}
  END AS observed,
  [meeting IN agendas WHERE due <> [] | ['Meeting', meeting.id]] AS evidence
