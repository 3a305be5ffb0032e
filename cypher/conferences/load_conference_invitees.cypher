// name: conferences.load_conference_invitees
// mode: write
// parameters: rows
// columns: loaded
//
// Who is invited to the meetings of conferences.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (actor:Entity {id: row.actor})
MATCH (conference:Entity {id: row.conference})
CALL (row, actor, conference) {
  MATCH (start)-[moved:INVITED_TO {id: row.id}]->(target)
  WHERE start <> actor OR target <> conference
  DELETE moved
}
MERGE (actor)-[invitation:INVITED_TO {id: row.id}]->(conference)
SET invitation.category = row.category,
    invitation.since = row.since,
    invitation.until = row.until
RETURN count(*) AS loaded
