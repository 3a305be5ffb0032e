// name: nodes.is_before
// mode: value
// given: node
// parameters: value
// columns: is_before
//
// Whether an event happened before the given date.
MATCH (node:Entity)
RETURN node.date < $value AS is_before
