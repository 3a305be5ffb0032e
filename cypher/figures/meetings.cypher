// name: figures.meetings
// mode: value
// given: city
// columns: value
//
// How many meetings the joint conferences of the city and of all places in it have held.
MATCH (city:City)
RETURN COUNT {
  MATCH (place:Place)<-[service:SERVES]-(:Conference)-[:HELD]->(meeting:Meeting)
  WHERE place.code STARTS WITH city.code AND time.began(service) AND time.happened(meeting)
  RETURN DISTINCT meeting
} AS value
