// name: conferences.of_place
// mode: relation
// given: place
// columns: conference, service
// order: service.since, conference.id
//
// The joint conference of the place; the earliest, if there are several.
MATCH (place:Place)<-[service:SERVES]-(conference:Conference)
WHERE time.holds(service)
RETURN conference, service
