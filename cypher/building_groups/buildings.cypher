// name: building_groups.buildings
// mode: relation
// given: building_group
// columns: building
// order: building.code
//
// The buildings that the group covers.
MATCH (building_group:BuildingGroup)-[coverage:COVERS]->(building:Building)
WHERE time.holds(coverage)
WITH DISTINCT building
RETURN building
