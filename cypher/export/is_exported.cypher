// name: export.is_exported
// mode: value
// given: entity
// columns: exported
//
// Whether an object is exported: its type is, it exists, and it lies within the place.
MATCH (entity:Entity)
RETURN export.type_of(entity) IS NOT NULL AND export.exists(entity) AND export.lies_within(entity) AS exported
