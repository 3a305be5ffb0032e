// name: nodes.happened
// mode: value
// given: node
// columns: happened
//
// Whether an event has happened by `asOf`.
MATCH (node:Entity)
RETURN time.happened(node) AS happened
