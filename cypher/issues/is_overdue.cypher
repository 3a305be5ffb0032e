// name: issues.is_overdue
// mode: value
// given: issue
// parameters: value
// columns: matches
//
// Whether the agenda or feedback on the issue is overdue, compared with the given value.
MATCH (issue:Issue)
RETURN (issues.overdue_days(issue) IS NOT NULL) = $value AS matches
