// name: chains.target
// mode: value
// given: link
// columns: target
//
// How a sentence calls the thing that the relation leads to.
MATCH (:Entity)-[link]-(:Entity)
RETURN head(COLLECT {
  UNWIND [endNode(link)] AS thing
  RETURN chains.called(thing) AS called
}) AS target
