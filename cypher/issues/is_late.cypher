// name: issues.is_late
// mode: value
// given: issue
// columns: owes
//
// Whether the agenda or feedback on the issue is overdue.
MATCH (issue:Issue)
RETURN issues.overdue_days(issue) IS NOT NULL AS owes
