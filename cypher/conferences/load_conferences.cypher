// name: conferences.load_conferences
// mode: write
// parameters: rows
// columns: loaded
//
// Joint conferences.
UNWIND $rows AS row
MERGE (conference:Entity {id: row.id})
SET conference:Organization:Conference,
    conference.name = row.name,
    conference.provenance = row.provenance
RETURN count(*) AS loaded
