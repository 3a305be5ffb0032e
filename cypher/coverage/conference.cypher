// name: coverage.conference
// mode: value
// given: place
// columns: held
//
// The current joint conference of the place with its service: the earliest, if there are several. Null if there is
// none.
MATCH (place:Place)
RETURN head(COLLECT {
  MATCH (place)<-[service:SERVES]-(conference:Conference)
  WHERE time.holds(service)
  RETURN {conference: conference, service: service} AS held
  ORDER BY service.since, conference.id LIMIT 1
}) AS held
