// name: figures.implementation_plans_adopted
// mode: value
// given: city
// columns: value
//
// How many implementation plans the conference of the city has adopted.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[service:SERVES]-(:Conference)-[:HELD]->(meeting:Meeting)-[:ADOPTED]->(document:Document)
  WHERE time.began(service) AND time.happened(meeting) AND document.kind = 'IMPLEMENTATION_PLAN'
  RETURN DISTINCT document
} AS value
