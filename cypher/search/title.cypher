// name: search.title
// mode: value
// given: node
// columns: title
//
// The title of an issue. Null for everything that has a name instead.
MATCH (node:Entity)
RETURN CASE WHEN node:Issue THEN node.title END AS title
