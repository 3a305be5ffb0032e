// name: building_groups.building_groups
// mode: relation
// parameters: within
// columns: building_group
// order: building_group.id
//
// The building groups of the compounds within a place; all building groups for an empty prefix.
MATCH (building_group:BuildingGroup)
WHERE building_group.id STARTS WITH $within AND EXISTS {
  MATCH (building_group)-[formation:FORMED_IN]->(:Compound)
  WHERE time.holds(formation)
}
RETURN building_group
