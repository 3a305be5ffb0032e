// name: conferences.membership_stands
// mode: value
// given: membership, person, conference
// columns: stands
//
// Whether a current standing membership is the person's earliest, so that a list contains each person once.
MATCH (person:Person)-[membership:BELONGS_TO]->(conference:Conference)
RETURN NOT EXISTS {
  MATCH (person)-[other:BELONGS_TO]->(conference)
  WHERE time.holds(other) AND time.precedes(other, membership)
} AS stands
