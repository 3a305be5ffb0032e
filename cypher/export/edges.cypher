// name: export.edges
// mode: read
// parameters: start, end, number, relations, properties
// columns: source, edges
//
// The relations from the next exported objects by ID to exported objects: their type, the ID of the target, their own
// ID, since, until, and the values of the properties that are exported for their type. No other property is read.
MATCH (source:Entity)
WHERE source.id >= $start AND source.id < $end AND export.is_exported(source)
WITH source
ORDER BY source.id
LIMIT $number
RETURN source.id AS source, COLLECT {
  MATCH (source)-[relation]->(target:Entity)
  WHERE type(relation) IN $relations AND export.holds(relation) AND export.is_exported(target)
  WITH relation, type(relation) AS type, target.id AS target
  ORDER BY type, target, relation.since, relation.id
  RETURN [
    type, target, relation.id, toString(relation.since), toString(relation.until),
    [name IN $properties[type] | export.edge_value(relation, name)]
  ] AS edge
} AS edges
