// name: nodes.name_contains
// mode: value
// given: node
// parameters: value
// columns: contains
//
// Whether the name of the object contains the text. Case, full-width forms and composed accents don't matter.
MATCH (node:Entity)
RETURN search.folded(node.name) CONTAINS search.folded($value) AS contains
