// name: conferences.conferences
// mode: relation
// parameters: within
// columns: conference, place
// order: place.code, conference.id
//
// The conferences of the places within a place; one of several, at that which it has served longest.
MATCH (place:Place)<-[service:SERVES]-(conference:Conference)
WHERE place.code STARTS WITH $within AND time.holds(service) AND service = head(COLLECT {
  MATCH (conference)-[other:SERVES]->(other_place:Place)
  WHERE other_place.code STARTS WITH $within AND time.holds(other)
  RETURN other ORDER BY other.since, other.id LIMIT 1
})
RETURN conference, place
