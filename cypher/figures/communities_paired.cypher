// name: figures.communities_paired
// mode: value
// given: city
// columns: value
//
// The number of communities of the city with at least one paired department.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(community:Community)
  WHERE pairings.department_count(community) > 0
} AS value
