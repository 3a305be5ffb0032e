// name: synergy.load_synergy_bodies
// mode: write
// parameters: rows
// columns: loaded
//
// Synergy bodies and their functions.
UNWIND $rows AS row
MERGE (synergy_body:Entity {id: row.id})
SET synergy_body:Organization:SynergyBody,
    synergy_body.name = row.name,
    synergy_body.functions = row.functions,
    synergy_body.provenance = row.provenance
RETURN count(*) AS loaded
