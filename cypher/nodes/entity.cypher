// name: nodes.entity
// mode: relation
// parameters: id
// columns: node
//
// The thing with the id.
MATCH (node:Entity {id: $id})
RETURN node
