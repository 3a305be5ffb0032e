// name: nodes.name
// mode: value
// given: node
// columns: name
//
// The name of the object, or the title of an issue.
MATCH (node:Entity)
RETURN CASE WHEN node:Issue THEN node.title ELSE node.name END AS name
