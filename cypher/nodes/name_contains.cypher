// name: nodes.name_contains
// mode: value
// given: node
// parameters: value
// columns: contains
//
// Whether the name of the thing contains the text, however both are written: large or small, full-width or composed.
MATCH (node:Entity)
RETURN search.folded(node.name) CONTAINS search.folded($value) AS contains
