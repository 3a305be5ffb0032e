// name: issues.status
// mode: value
// given: issue
// columns: status
//
// Whether the issue is settled on the day: RESOLVED or OPEN.
MATCH (issue:Issue)
RETURN CASE WHEN time.reached(issue.resolved_on) THEN 'RESOLVED' ELSE 'OPEN' END AS status
