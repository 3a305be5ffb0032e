// name: nodes.name_contains
// mode: value
// given: node
// parameters: value
// columns: contains
//
// Whether the name of the thing contains the text, large and small letters alike.
MATCH (node:Entity)
RETURN toLower(node.name) CONTAINS toLower($value) AS contains
