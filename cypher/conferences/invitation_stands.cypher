// name: conferences.invitation_stands
// mode: value
// given: invitation, actor, conference
// columns: stands
//
// Whether an invitation that holds is the earliest that does of the invited, so that a list has them once.
MATCH (actor:Person|Organization)-[invitation:INVITED_TO]->(conference:Conference)
RETURN invitation = head(COLLECT {
  MATCH (actor)-[other:INVITED_TO]->(conference)
  WHERE time.holds(other)
  RETURN other ORDER BY other.since, other.id LIMIT 1
}) AS stands
