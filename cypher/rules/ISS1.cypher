// name: rules.ISS1
// mode: rule
// subject: Issue
// obligation: MUST
// window: none
// title: Every escalation carries a ledger and the minutes
// title_zh: 议题上移附台账和会议纪要
// required: a ledger and the minutes with every escalation
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
  CASE WHEN submitted <> [] THEN coverage.quantity(size(submitted), 'escalation', 'escalations') + CASE
    WHEN without_ledger = [] AND without_minutes = [] THEN ', each with a ledger and minutes'
    ELSE ', ' + toString(size(without_ledger)) + ' without a ledger, ' + toString(size(without_minutes)) + ' without minutes'
  END END AS observed,
  [escalation IN submitted | ['Escalation', escalation.id]] AS evidence
