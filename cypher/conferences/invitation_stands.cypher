// name: conferences.invitation_stands
// mode: value
// given: invitation, actor, conference
// columns: stands
//
// Whether an invitation that holds is the earliest that does of the invited, so that a list has them once.
MATCH (actor:Person|Organization)-[invitation:INVITED_TO]->(conference:Conference)
RETURN NOT EXISTS {
  MATCH (actor)-[other:INVITED_TO]->(conference)
  WHERE time.holds(other) AND time.precedes(other, invitation)
} AS stands
