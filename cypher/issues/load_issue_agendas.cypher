// name: issues.load_issue_agendas
// mode: write
// parameters: rows
// columns: loaded
//
// Further meetings that had an issue on their agenda, after the one where it was raised.
UNWIND $rows AS row
MATCH (issue:Entity {id: row.issue})
MATCH (meeting:Entity {id: row.meeting})
MERGE (issue)-[:ON_AGENDA_OF]->(meeting)
RETURN count(*) AS loaded
