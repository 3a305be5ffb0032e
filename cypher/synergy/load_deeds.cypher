// name: synergy.load_deeds
// mode: write
// parameters: rows
// columns: loaded
//
// Deeds of synergy bodies. A row that was corrected to another body moves the deed.
UNWIND $rows AS row
MATCH (synergy_body:Entity {id: row.synergy_body})
MERGE (deed:Entity {id: row.id})
SET deed:Deed,
    deed.date = row.date,
    deed.title = row.title,
    deed.function = row.function,
    deed.beneficiaries = row.beneficiaries,
    deed.campaign = row.campaign,
    deed.provenance = row.provenance
WITH synergy_body, deed
CALL (synergy_body, deed) {
  MATCH (other)-[moved:DID]->(deed)
  WHERE other <> synergy_body
  DELETE moved
}
MERGE (synergy_body)-[:DID]->(deed)
RETURN count(*) AS loaded
