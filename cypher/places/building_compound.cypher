// name: places.building_compound
// mode: relation
// given: building
// columns: compound
//
// The compound that the building belongs to.
MATCH (building:Building)-[:PART_OF]->(compound:Compound)
RETURN compound
