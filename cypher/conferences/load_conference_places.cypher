// name: conferences.load_conference_places
// mode: write
// parameters: rows
// columns: loaded
//
// The place whose conference it is.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (conference:Entity {id: row.conference})
MATCH (place:Place {code: row.place})
CALL (row, conference, place) {
  MATCH (start)-[moved:SERVES {id: row.id}]->(target)
  WHERE start <> conference OR target <> place
  DELETE moved
}
MERGE (conference)-[service:SERVES {id: row.id}]->(place)
SET service.since = row.since,
    service.until = row.until
RETURN count(*) AS loaded
