// name: coverage.groups
// mode: value
// given: building
// columns: groups
//
// The building groups that cover the building, as evidence; a group counts once.
MATCH (building:Building)
RETURN COLLECT {
  MATCH (building)<-[covering:COVERS]-(building_group:BuildingGroup)
  WHERE time.holds(covering)
  RETURN DISTINCT ['BuildingGroup', building_group.id] AS reference ORDER BY reference
} AS groups
