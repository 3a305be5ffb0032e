// name: building_groups.exists
// mode: value
// given: building_group
// columns: exists
//
// Whether the building group has been formed by `asOf`.
MATCH (building_group:BuildingGroup)
RETURN EXISTS {
  MATCH (building_group)-[formation:FORMED_IN]->(:Compound)
  WHERE time.began(formation)
} AS exists
