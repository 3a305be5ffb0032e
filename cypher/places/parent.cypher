// name: places.parent
// mode: relation
// given: place
// columns: parent
//
// The place one level up.
MATCH (place:Place)-[:PART_OF]->(parent:Place)
RETURN parent
