// name: chains.subject
// mode: value
// given: link
// columns: subject
//
// What a sentence calls the object that the relation starts from: as in `chains.called`.
MATCH (:Entity)-[link]-(:Entity)
RETURN head(COLLECT {
  UNWIND [startNode(link)] AS thing
  RETURN chains.called(thing) AS called
}) AS subject
