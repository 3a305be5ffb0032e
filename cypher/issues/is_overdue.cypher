// name: issues.is_overdue
// mode: value
// given: issue
// parameters: value
// columns: keeps
//
// Whether a feedback on the issue is overdue, or none is.
MATCH (issue:Issue)
RETURN (issues.overdue_days(issue) IS NOT NULL) = $value AS keeps
