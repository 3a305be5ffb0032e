// name: figures.communities_paired
// mode: value
// given: city
// columns: value
//
// How many communities of the city have at least one paired department.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(community:Community)
  WHERE pairings.department_count(community) > 0
} AS value
