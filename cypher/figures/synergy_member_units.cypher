// name: figures.synergy_member_units
// mode: value
// given: city
// columns: value
//
// How many memberships of units in synergy bodies of the city hold.
MATCH (city:City)
RETURN COUNT {
  MATCH (unit:Organization)-[membership:MEMBER_OF]->(synergy_body:SynergyBody)
  WHERE synergy_body.id STARTS WITH city.code AND time.holds(membership)
  RETURN DISTINCT unit, synergy_body
} AS value
