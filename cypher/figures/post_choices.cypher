// name: figures.post_choices
// mode: value
// given: city
// columns: value
//
// The number of posts chosen by the city's in-service members.
MATCH (city:City)
RETURN COUNT {
  MATCH (member:Member)-[choice:CHOSE]->(kind:PostKind)
  WHERE member.id STARTS WITH city.code AND time.holds(choice)
  RETURN DISTINCT member, kind
} AS value
