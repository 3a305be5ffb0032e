// name: figures.conference_levels
// mode: value
// given: city
// columns: value
//
// At how many levels of the city there is a joint conference.
MATCH (city:City)
RETURN COUNT {
  MATCH (place:Place)<-[service:SERVES]-(conference:Conference)
  WHERE place.code STARTS WITH city.code AND time.holds(service)
  RETURN DISTINCT conferences.level(conference) AS level
} AS value
