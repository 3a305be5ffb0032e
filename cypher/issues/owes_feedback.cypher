// name: issues.owes_feedback
// mode: value
// given: issue
// columns: owes
//
// Whether feedback on the issue is overdue.
MATCH (issue:Issue)
RETURN issues.overdue_days(issue) IS NOT NULL AS owes
