// name: coverage.subject_label
// mode: value
// given: finding
// columns: called
//
// What the subject of a finding, or of a change of a finding, is called: as in `chains.called`, an issue by its title.
UNWIND [{subject: ['Community', '']}] AS finding
RETURN head(COLLECT {
  MATCH (subject:Entity {id: finding.subject[1]})
  RETURN CASE WHEN subject:Issue THEN [null, subject.title, null] ELSE chains.called(subject) END AS called
}) AS called
