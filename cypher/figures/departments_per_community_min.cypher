// name: figures.departments_per_community_min
// mode: value
// given: city
// columns: value
//
// The lowest number of departments paired with one community of the city.
MATCH (city:City)
RETURN head(COLLECT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(community:Community)
  RETURN pairings.department_count(community) AS departments ORDER BY departments LIMIT 1
}) AS value
