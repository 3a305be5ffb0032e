// name: figures.escalated_issues_resolved
// mode: value
// given: city
// columns: value
//
// The number of escalated issues that are settled.
MATCH (city:City)
RETURN COUNT {
  MATCH (issue:Issue)
  WHERE issue.code STARTS WITH city.code AND issues.exists(issue) AND issues.is_escalated(issue) AND issues.status(issue) = 'RESOLVED'
} AS value
