// name: figures.conference_levels
// mode: value
// given: city
// columns: value
//
// The number of levels of the city with a joint conference.
MATCH (city:City)
RETURN COUNT {
  MATCH (place:Place)<-[service:SERVES]-(conference:Conference)
  WHERE place.code STARTS WITH city.code AND time.holds(service)
  RETURN DISTINCT conferences.level(conference) AS level
} AS value
