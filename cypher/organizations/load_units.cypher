// name: organizations.load_units
// mode: write
// parameters: rows
// columns: loaded
//
// Units that are neither departments nor enterprises nor social organizations.
UNWIND $rows AS row
MERGE (unit:Entity {id: row.id})
SET unit:Organization:Unit,
    unit.name = row.name,
    unit.provenance = row.provenance
RETURN count(*) AS loaded
