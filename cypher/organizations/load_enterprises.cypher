// name: organizations.load_enterprises
// mode: write
// parameters: rows
// columns: loaded
//
// Enterprises.
UNWIND $rows AS row
MERGE (enterprise:Entity {id: row.id})
SET enterprise:Organization:Enterprise,
    enterprise.name = row.name,
    enterprise.provenance = row.provenance
RETURN count(*) AS loaded
