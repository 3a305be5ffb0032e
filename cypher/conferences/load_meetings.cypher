// name: conferences.load_meetings
// mode: write
// parameters: rows
// columns: loaded
//
// Meetings of conferences, and who convened them. A row that was corrected to another person moves the convening.
UNWIND $rows AS row
MATCH (conference:Entity {id: row.conference})
MATCH (convenor:Person {id: row.convenor})
MERGE (meeting:Entity {id: row.id})
SET meeting:Meeting,
    meeting.date = row.date,
    meeting.kind = row.kind,
    meeting.field = row.field,
    meeting.decisions = row.decisions,
    meeting.minutes = row.minutes,
    meeting.provenance = row.provenance
MERGE (conference)-[:HELD]->(meeting)
WITH meeting, convenor
CALL (meeting, convenor) {
  MATCH (meeting)<-[moved:CONVENED]-(other)
  WHERE other <> convenor
  DELETE moved
}
MERGE (convenor)-[:CONVENED]->(meeting)
RETURN count(*) AS loaded
