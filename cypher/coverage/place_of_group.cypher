// name: coverage.place_of_group
// mode: value
// given: building_group
// columns: place
//
// The code of the compound that a finding on a building group belongs to: the one it was formed in, the latest should
// there be several; null when none of them holds.
MATCH (building_group:BuildingGroup)
RETURN head(COLLECT {
  MATCH (building_group)-[formation:FORMED_IN]->(compound:Compound)
  WHERE time.holds(formation)
  RETURN compound.code AS code ORDER BY formation.since DESC, code LIMIT 1
}) AS place
