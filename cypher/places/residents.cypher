// name: places.residents
// mode: value
// given: place
// columns: residents
//
// The residents of all communities of the place. Null if it has none, or if the number is not recorded for one of them.
MATCH (place:Place)
RETURN CASE WHEN EXISTS { (place)<-[:PART_OF*1..2]-(:Community) } THEN reduce(total = 0, residents IN COLLECT {
  MATCH (place)<-[:PART_OF*1..2]-(community:Community)
  RETURN community.residents AS residents
} | total + residents) END AS residents
