// name: places.adjacent_buildings
// mode: relation
// given: neighbour
// columns: building
// order: building.code
//
// The buildings that are adjacent to the building.
MATCH (neighbour:Building)-[:ADJACENT_TO]-(building:Building)
RETURN building
