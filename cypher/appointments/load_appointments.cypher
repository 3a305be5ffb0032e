// name: appointments.load_appointments
// mode: write
// parameters: rows
// columns: loaded
//
// Which seat a person holds in a branch, an owners' committee, a property company, a Party organization or a conference.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (person:Entity {id: row.person})
MATCH (organization:Entity {id: row.organization})
CALL (row, person, organization) {
  MATCH (start)-[moved:HOLDS {id: row.id}]->(target)
  WHERE start <> person OR target <> organization
  DELETE moved
}
MERGE (person)-[appointment:HOLDS {id: row.id}]->(organization)
SET appointment.role = row.role,
    appointment.channel = row.channel,
    appointment.since = row.since,
    appointment.until = row.until
RETURN count(*) AS loaded
