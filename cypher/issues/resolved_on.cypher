// name: issues.resolved_on
// mode: value
// given: issue
// columns: resolved_on
//
// The day on which the issue was settled; null while it is open.
MATCH (issue:Issue)
RETURN CASE WHEN time.reached(issue.resolved_on) THEN issue.resolved_on END AS resolved_on
