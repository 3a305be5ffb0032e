// name: chains.subject
// mode: value
// given: link
// columns: subject
//
// The name, in a sentence, of the object that the relation starts from.
MATCH (:Entity)-[link]-(:Entity)
RETURN head(COLLECT {
  UNWIND [startNode(link)] AS thing
  RETURN chains.called(thing) AS called
}) AS subject
