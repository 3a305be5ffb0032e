// name: figures.urban_area
// mode: value
// given: city
// columns: value
//
// The total built-up area of all communities of the city, in square metres.
MATCH (city:City)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(community:Community)
  RETURN coalesce(community.area_m2, 0) AS part
} | total + part) AS value
