// name: export.nodes
// mode: read
// parameters: start, end, number, properties
// columns: id, type, values
//
// The next exported objects by ID, from `start` (inclusive) to `end` (exclusive), with the values of the properties that
// are exported for their type. No other property is read.
MATCH (entity:Entity)
WHERE entity.id >= $start AND entity.id < $end AND export.is_exported(entity)
WITH entity, export.type_of(entity) AS type
ORDER BY entity.id
LIMIT $number
RETURN entity.id AS id, type, [name IN $properties[type] | export.node_value(entity, name)] AS values
