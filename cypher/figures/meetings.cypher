// name: figures.meetings
// mode: value
// given: city
// columns: value
//
// The number of meetings held by the joint conferences of the city and of all places in it.
MATCH (city:City)
RETURN COUNT {
  MATCH (place:Place)<-[service:SERVES]-(:Conference)-[:HELD]->(meeting:Meeting)
  WHERE place.code STARTS WITH city.code AND time.began(service) AND time.happened(meeting)
  RETURN DISTINCT meeting
} AS value
