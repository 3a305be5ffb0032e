// name: building_groups.compound_building_groups
// mode: relation
// given: compound
// columns: building_group
// order: building_group.id
//
// The building groups of the compound.
MATCH (compound:Compound)<-[formation:FORMED_IN]-(building_group:BuildingGroup)
WHERE time.holds(formation)
WITH DISTINCT building_group
RETURN building_group
