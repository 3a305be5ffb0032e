// name: coverage.conference
// mode: value
// given: place
// columns: held
//
// The joint conference of the place that counts, with its service: the earliest that holds; null without one.
MATCH (place:Place)
RETURN head(COLLECT {
  MATCH (place)<-[service:SERVES]-(conference:Conference)
  WHERE time.holds(service)
  RETURN {conference: conference, service: service} AS held
  ORDER BY service.since, conference.id LIMIT 1
}) AS held
