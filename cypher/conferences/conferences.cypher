// name: conferences.conferences
// mode: relation
// parameters: within
// columns: conference, place
// order: place.code, conference.id
// history: ever
//
// The conferences of the places within a place. A conference with several places is listed at the one it has served
// longest.
MATCH (place:Place)<-[service:SERVES]-(conference:Conference)
WHERE place.code STARTS WITH $within AND time.holds(service) AND (COUNT { (conference)-[ever:SERVES]->() } = 1
  OR NOT EXISTS {
    MATCH (conference)-[other:SERVES]->(other_place:Place)
    WHERE other_place.code STARTS WITH $within AND time.holds(other) AND time.precedes(other, service)
  })
RETURN conference, place
