// name: figures.synergy_member_units
// mode: value
// given: city
// columns: value
//
// The number of current memberships of units in the city's synergy bodies.
MATCH (city:City)
RETURN COUNT {
  MATCH (unit:Organization)-[membership:MEMBER_OF]->(synergy_body:SynergyBody)
  WHERE synergy_body.id STARTS WITH city.code AND time.holds(membership)
  RETURN DISTINCT unit, synergy_body
} AS value
