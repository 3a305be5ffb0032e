// name: coverage.subject_code
// mode: value
// given: finding
// columns: code
//
// The code of the subject of a finding, or of a change of a finding. Null for a building group, which has none.
UNWIND [{subject: ['Community', '']}] AS finding
RETURN head(COLLECT {
  MATCH (subject:Entity {id: finding.subject[1]})
  RETURN subject.code AS code
}) AS code
