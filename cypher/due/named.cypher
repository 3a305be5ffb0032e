// name: due.named
// mode: value
// given: item
// columns: name
//
// The name of what is due: the name passed in, or that of its subject.
UNWIND [{subject: ['Community', '']}] AS item
RETURN coalesce(item.name, head(COLLECT {
  MATCH (subject:Entity {id: item.subject[1]})
  RETURN coverage.name(subject) AS name
})) AS name
