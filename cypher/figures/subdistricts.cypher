// name: figures.subdistricts
// mode: value
// given: city
// columns: value
//
// How many subdistricts the city has.
MATCH (city:City)
RETURN COUNT { (city)<-[:PART_OF]-(:Subdistrict) } AS value
