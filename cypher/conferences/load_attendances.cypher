// name: conferences.load_attendances
// mode: write
// parameters: rows
// columns: loaded
//
// Who took part in a meeting, and in which category they were invited.
UNWIND $rows AS row
MATCH (meeting:Entity {id: row.meeting})
MATCH (actor:Entity {id: row.actor})
MERGE (actor)-[attendance:ATTENDED]->(meeting)
SET attendance.category = row.category
RETURN count(*) AS loaded
