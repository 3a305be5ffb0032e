// name: conferences.invitations
// mode: relation
// given: actor
// parameters: history
// columns: conference, invitation
// order: conference.id, invitation.id
//
// The invitations of the person or organization, each with its conference; with `history` also those that have ended.
MATCH (actor:Person|Organization)-[invitation:INVITED_TO]->(conference:Conference)
WHERE time.began(invitation)
  AND ($history OR time.holds(invitation) AND conferences.invitation_stands(invitation, actor, conference))
RETURN conference, invitation
