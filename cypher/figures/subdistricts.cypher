// name: figures.subdistricts
// mode: value
// given: city
// columns: value
//
// The number of subdistricts in the city.
MATCH (city:City)
RETURN COUNT { (city)<-[:PART_OF]-(:Subdistrict) } AS value
