// name: figures.communities
// mode: value
// given: city
// columns: value
//
// How many communities the city has.
MATCH (city:City)
RETURN COUNT { (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community) } AS value
