// name: chains.subject
// mode: value
// given: link
// columns: subject
//
// How a sentence calls the thing that the relation starts from.
MATCH (:Entity)-[link]-(:Entity)
RETURN head(COLLECT {
  UNWIND [startNode(link)] AS thing
  RETURN chains.called(thing) AS called
}) AS subject
