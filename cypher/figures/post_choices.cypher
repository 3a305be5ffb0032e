// name: figures.post_choices
// mode: value
// given: city
// columns: value
//
// How many posts the in-service members of the city have chosen.
MATCH (city:City)
RETURN COUNT {
  MATCH (member:Member)-[choice:CHOSE]->(kind:PostKind)
  WHERE member.id STARTS WITH city.code AND time.holds(choice)
  RETURN DISTINCT member, kind
} AS value
