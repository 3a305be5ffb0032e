// name: nodes.is_of_kind
// mode: value
// given: node
// parameters: value
// columns: of_kind
//
// Whether the object is of the kind.
MATCH (node:Entity)
RETURN node.kind = $value AS of_kind
