// name: conferences.membership_stands
// mode: value
// given: membership, person, conference
// columns: stands
//
// Whether a standing membership that holds is the person's earliest that does, so that a list has them once.
MATCH (person:Person)-[membership:BELONGS_TO]->(conference:Conference)
RETURN membership = head(COLLECT {
  MATCH (person)-[other:BELONGS_TO]->(conference)
  WHERE time.holds(other)
  RETURN other ORDER BY other.since, other.id LIMIT 1
}) AS stands
