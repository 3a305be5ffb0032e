// name: conferences.invitation_stands
// mode: value
// given: invitation, actor, conference
// columns: stands
// history: ever
//
// Whether a current invitation is the invitee's earliest, so that a list contains each invitee once. (No search is
// needed for an invitee with only one invitation.)
MATCH (actor:Person|Organization)-[invitation:INVITED_TO]->(conference:Conference)
RETURN (COUNT { (actor)-[ever:INVITED_TO]->() } = 1 OR NOT EXISTS {
  MATCH (actor)-[other:INVITED_TO]->(conference)
  WHERE time.holds(other) AND time.precedes(other, invitation)
}) AS stands
