// name: rules.ISS1
// mode: rule
// subject: Issue
// obligation: MUST
// window: none
// title: Every escalation carries a ledger and the minutes
// title_zh: 议题上移附台账和会议纪要
// required: a ledger and the minutes with every escalation
// required_zh: 每次议题上移均附台账和会议纪要
// observed_complete: {of escalation|escalations}, each with a ledger and minutes
// observed_complete_zh: {of}次上移，均附台账和会议纪要
// observed_incomplete: {of escalation|escalations}, {ledgers} without a ledger, {minutes} without minutes
// observed_incomplete_zh: {of}次上移，{ledgers}次无台账，{minutes}次无会议纪要
// unit: ESCALATIONS
// minimum: of
// evidence: Escalation
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to an escalated issue. Passes if each escalation has a written ledger and the minutes of a meeting of the
// lower level, and that meeting has recorded minutes. Escalations count from the date of submission, even after the
// issue is settled. Evidence: the escalations.
MATCH (issue:Issue)
WHERE issue.code STARTS WITH left($within, 6) AND issues.exists(issue)
WITH issue, issues.place_of_holder(issue) AS place
WHERE place STARTS WITH $within
WITH issue, place, escalations.of_issue(issue) AS submitted
WITH issue, place, submitted, [escalation IN submitted WHERE escalation.ledger IS NULL] AS without_ledger,
  [escalation IN submitted WHERE NOT EXISTS {
    (escalation)-[:WITH_MINUTES_OF]->(meeting:Meeting) WHERE time.happened(meeting) AND meeting.minutes IS NOT NULL
  }] AS without_minutes
RETURN issue.id AS subject, place,
  CASE
    WHEN submitted = [] THEN 'NOT_APPLICABLE'
    WHEN without_ledger = [] AND without_minutes = [] THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE WHEN submitted <> [] THEN {
    form: CASE WHEN without_ledger = [] AND without_minutes = [] THEN 'complete' ELSE 'incomplete' END,
    value: size([escalation IN submitted WHERE NOT escalation IN without_ledger + without_minutes]), of: size(submitted),
    ledgers: size(without_ledger), minutes: size(without_minutes)
  } END AS observed,
  [escalation IN submitted | ['Escalation', escalation.id]] AS evidence
