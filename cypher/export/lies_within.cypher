// name: export.lies_within
// mode: value
// given: entity
// parameters: within, relations
// columns: lies_within
//
// Whether an object belongs to a place, or an exported relation links it to an object that does. Below the city, the
// departments, leaders, persons and organizations of a place are found by their relations.
MATCH (entity:Entity)
RETURN entity.id STARTS WITH $within OR (size($within) > 6 AND EXISTS {
  MATCH (entity)-[relation]-(other:Entity)
  WHERE other.id STARTS WITH $within AND type(relation) IN $relations
    AND export.holds(relation) AND export.exists(other)
}) AS lies_within
