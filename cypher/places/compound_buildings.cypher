// name: places.compound_buildings
// mode: relation
// given: compound
// columns: building
// order: building.code
//
// The buildings of the compound.
MATCH (compound:Compound)<-[:PART_OF]-(building:Building)
RETURN building
