// name: issues.status
// mode: value
// given: issue
// columns: status
//
// The status of the issue on `asOf`: RESOLVED or OPEN.
MATCH (issue:Issue)
RETURN CASE WHEN time.reached(issue.resolved_on) THEN 'RESOLVED' ELSE 'OPEN' END AS status
