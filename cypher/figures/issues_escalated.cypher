// name: figures.issues_escalated
// mode: value
// given: city
// columns: value
//
// The number of escalated issues.
MATCH (city:City)
RETURN COUNT {
  MATCH (issue:Issue)
  WHERE issue.code STARTS WITH city.code AND issues.exists(issue) AND issues.is_escalated(issue)
} AS value
