// name: coverage.has_moved
// mode: value
// given: building_group, formation
// columns: moved
//
// Whether the building group has been formed again in another compound since the formation. It counts for its latest
// compound only.
MATCH (building_group:BuildingGroup)-[formation:FORMED_IN]->(:Compound)
RETURN EXISTS {
  MATCH (building_group)-[later:FORMED_IN]->(:Compound)
  WHERE time.holds(later) AND (later.since > formation.since OR (later.since = formation.since AND later.id < formation.id))
} AS moved
