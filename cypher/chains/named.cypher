// name: chains.named
// mode: value
// given: node
// columns: named
//
// The name of the object. Null if it is missing or blank.
MATCH (node:Entity)
RETURN CASE WHEN trim(node.name) <> '' THEN node.name END AS named
