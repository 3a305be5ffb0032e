// name: building_groups.compound
// mode: relation
// given: building_group
// columns: compound, formation
// order: formation.since DESC, compound.code
//
// The compound that the building group was formed in.
MATCH (building_group:BuildingGroup)-[formation:FORMED_IN]->(compound:Compound)
WHERE time.began(formation)
RETURN compound, formation
