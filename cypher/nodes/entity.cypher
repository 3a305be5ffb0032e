// name: nodes.entity
// mode: relation
// parameters: id
// columns: node
//
// The object with the ID.
MATCH (node:Entity {id: $id})
RETURN node
