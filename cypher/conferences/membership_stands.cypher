// name: conferences.membership_stands
// mode: value
// given: membership, person, conference
// columns: stands
//
// Whether a standing membership that holds is the person's earliest that does, so that a list has them once.
MATCH (person:Person)-[membership:BELONGS_TO]->(conference:Conference)
RETURN NOT EXISTS {
  MATCH (person)-[other:BELONGS_TO]->(conference)
  WHERE time.holds(other) AND time.precedes(other, membership)
} AS stands
