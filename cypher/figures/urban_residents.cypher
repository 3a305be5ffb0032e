// name: figures.urban_residents
// mode: value
// given: city
// columns: value
//
// The number of residents in all communities of the city.
MATCH (city:City)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(community:Community)
  RETURN coalesce(community.residents, 0) AS part
} | total + part) AS value
