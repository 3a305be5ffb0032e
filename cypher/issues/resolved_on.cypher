// name: issues.resolved_on
// mode: value
// given: issue
// columns: resolved_on
//
// The date the issue was settled. Null while it is open.
MATCH (issue:Issue)
RETURN CASE WHEN time.reached(issue.resolved_on) THEN issue.resolved_on END AS resolved_on
