// name: conferences.invitation_stands
// mode: value
// given: invitation, actor, conference
// columns: stands
//
// Whether a current invitation is the invitee's earliest, so that a list contains each invitee once.
MATCH (actor:Person|Organization)-[invitation:INVITED_TO]->(conference:Conference)
RETURN NOT EXISTS {
  MATCH (actor)-[other:INVITED_TO]->(conference)
  WHERE time.holds(other) AND time.precedes(other, invitation)
} AS stands
