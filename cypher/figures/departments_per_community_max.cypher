// name: figures.departments_per_community_max
// mode: value
// given: city
// columns: value
//
// The highest number of departments paired with one community of the city.
MATCH (city:City)
RETURN head(COLLECT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(community:Community)
  RETURN pairings.department_count(community) AS departments ORDER BY departments DESC LIMIT 1
}) AS value
