// name: places.subdistrict_city
// mode: relation
// given: subdistrict
// columns: city
//
// The city that the subdistrict belongs to.
MATCH (subdistrict:Subdistrict)-[:PART_OF]->(city:City)
RETURN city
