// name: nodes.is_from
// mode: value
// given: node
// parameters: value
// columns: is_from
//
// Whether an event happened on or after the given date.
MATCH (node:Entity)
RETURN node.date >= $value AS is_from
