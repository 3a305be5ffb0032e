// name: conferences.conferences
// mode: relation
// parameters: within
// columns: conference, place
// order: place.code, conference.id
//
// The conferences of the places within a place.
MATCH (place:Place)<-[service:SERVES]-(conference:Conference)
WHERE place.code STARTS WITH $within AND time.holds(service)
RETURN conference, place
