// name: figures.implementation_plans_adopted
// mode: value
// given: city
// columns: value
//
// The number of implementation plans that the city's conference has adopted.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[service:SERVES]-(:Conference)-[:HELD]->(meeting:Meeting)-[:ADOPTED]->(document:Document)
  WHERE time.began(service) AND time.happened(meeting) AND document.kind = 'IMPLEMENTATION_PLAN'
  RETURN DISTINCT document
} AS value
