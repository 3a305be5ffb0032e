// name: export.node_count
// mode: read
// parameters: start, end
// columns: nodes
//
// The number of exported objects with IDs from `start` (inclusive) to `end` (exclusive).
MATCH (entity:Entity)
WHERE entity.id >= $start AND entity.id < $end AND export.is_exported(entity)
RETURN count(entity) AS nodes
