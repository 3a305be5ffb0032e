// name: conferences.place
// mode: relation
// given: conference
// columns: place, service
// order: service.since DESC, place.code
//
// The place that the conference belongs to, or belonged to last.
MATCH (conference:Conference)-[service:SERVES]->(place:Place)
WHERE time.began(service)
RETURN place, service
