// name: issues.held_at_level
// mode: value
// given: issue
// parameters: value
// columns: matches
//
// Whether the conference that holds the issue, or settled it, is of the level.
MATCH (issue:Issue)
RETURN $value = head(COLLECT {
  UNWIND [issues.holder(issue)] AS conference
  RETURN conferences.level(conference) AS level
}) AS matches
