// name: chains.target
// mode: value
// given: link
// columns: target
//
// What a sentence calls the object that the relation leads to: as in `chains.called`.
MATCH (:Entity)-[link]-(:Entity)
RETURN head(COLLECT {
  UNWIND [endNode(link)] AS thing
  RETURN chains.called(thing) AS called
}) AS target
