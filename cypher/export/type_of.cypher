// name: export.type_of
// mode: value
// given: entity
// parameters: types
// columns: type
//
// The type of an object: the first of the exported types that it has as a label. Null if it has none of them.
MATCH (entity:Entity)
RETURN head([type IN $types WHERE type IN labels(entity)]) AS type
