// name: figures.issues_resolved_at_own_level
// mode: value
// given: city
// columns: value
//
// The number of issues settled at the level where they were raised.
MATCH (city:City)
RETURN COUNT {
  MATCH (issue:Issue)
  WHERE issue.code STARTS WITH city.code AND issues.exists(issue) AND issues.status(issue) = 'RESOLVED' AND NOT issues.is_escalated(issue)
} AS value
