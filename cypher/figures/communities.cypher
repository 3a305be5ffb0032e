// name: figures.communities
// mode: value
// given: city
// columns: value
//
// The number of communities in the city.
MATCH (city:City)
RETURN COUNT { (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community) } AS value
