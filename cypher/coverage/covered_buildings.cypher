// name: coverage.covered_buildings
// mode: value
// given: building_group
// columns: buildings
//
// The codes of the buildings that the group covers, each once.
MATCH (building_group:BuildingGroup)
RETURN COLLECT {
  MATCH (building_group)-[covering:COVERS]->(building:Building)
  WHERE time.holds(covering)
  RETURN DISTINCT building.code AS code ORDER BY code
} AS buildings
