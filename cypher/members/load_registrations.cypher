// name: members.load_registrations
// mode: write
// parameters: rows
// columns: loaded
//
// Where members are registered, and the day of the registration form.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (member:Member {id: row.member})
MATCH (community:Community {code: row.community})
CALL (row, member, community) {
  MATCH (start)-[moved:REGISTERED_IN {id: row.id}]->(target)
  WHERE start <> member OR target <> community
  DELETE moved
}
MERGE (member)-[registration:REGISTERED_IN {id: row.id}]->(community)
SET registration.since = row.since,
    registration.until = row.until,
    registration.form_on = row.form
RETURN count(*) AS loaded
