// name: issues.resolution
// mode: value
// given: issue
// columns: resolution
//
// How the issue was settled; null while it is open.
MATCH (issue:Issue)
RETURN CASE WHEN time.reached(issue.resolved_on) THEN issue.resolution END AS resolution
