// name: coverage.subject_name
// mode: value
// given: finding
// columns: name
//
// The name of the subject of a finding, or of a change of a finding; the title of an issue.
UNWIND [{subject: ['Community', '']}] AS finding
RETURN head(COLLECT {
  MATCH (subject:Entity {id: finding.subject[1]})
  RETURN nodes.name(subject) AS name
}) AS name
