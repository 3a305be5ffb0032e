// name: building_groups.building_building_groups
// mode: relation
// given: building
// columns: building_group
// order: building_group.id
//
// The building groups that cover the building.
MATCH (building:Building)<-[coverage:COVERS]-(building_group:BuildingGroup)
WHERE time.holds(coverage)
WITH DISTINCT building_group
RETURN building_group
