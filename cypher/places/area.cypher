// name: places.area
// mode: value
// given: place
// columns: area
//
// The area of all communities of the place, in square metres. Null if it has none, or if the area is not recorded for
// one of them.
MATCH (place:Place)
RETURN CASE WHEN EXISTS { (place)<-[:PART_OF*1..2]-(:Community) } THEN reduce(total = 0, area IN COLLECT {
  MATCH (place)<-[:PART_OF*1..2]-(community:Community)
  RETURN community.area_m2 AS area
} | total + area) END AS area
