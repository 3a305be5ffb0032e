// name: conferences.membership_stands
// mode: value
// given: membership, person, conference
// columns: stands
// history: ever
//
// Whether a current standing membership is the person's earliest, so that a list contains each person once. (No search
// is needed for a person with only one membership.)
MATCH (person:Person)-[membership:BELONGS_TO]->(conference:Conference)
RETURN (COUNT { (person)-[ever:BELONGS_TO]->() } = 1 OR NOT EXISTS {
  MATCH (person)-[other:BELONGS_TO]->(conference)
  WHERE time.holds(other) AND time.precedes(other, membership)
}) AS stands
