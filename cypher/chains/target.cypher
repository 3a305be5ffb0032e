// name: chains.target
// mode: value
// given: link
// columns: target
//
// The name, in a sentence, of the object that the relation leads to.
MATCH (:Entity)-[link]-(:Entity)
RETURN head(COLLECT {
  UNWIND [endNode(link)] AS thing
  RETURN chains.called(thing) AS called
}) AS target
