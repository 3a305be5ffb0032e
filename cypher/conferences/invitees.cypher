// name: conferences.invitees
// mode: relation
// given: conference
// columns: actor, invitation
// order: actor.id, invitation.id
//
// The persons and organizations that are invited to the meetings of the conference.
MATCH (conference:Conference)<-[invitation:INVITED_TO]-(actor:Person|Organization)
WHERE time.holds(invitation) AND conferences.invitation_stands(invitation, actor, conference)
RETURN actor, invitation
