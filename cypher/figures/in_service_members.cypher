// name: figures.in_service_members
// mode: value
// given: city
// columns: value
//
// The number of the city's in-service members who have chosen a post.
MATCH (city:City)
RETURN COUNT {
  MATCH (member:Member)
  WHERE member.id STARTS WITH city.code AND members.has_chosen(member)
} AS value
