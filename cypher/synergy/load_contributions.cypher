// name: synergy.load_contributions
// mode: write
// parameters: rows
// columns: loaded
//
// Funds and goods given to synergy bodies and branches. A row that was corrected to another giver or receiver moves the
// contribution.
UNWIND $rows AS row
MATCH (giver:Entity {id: row.giver})
MATCH (receiver:Entity {id: row.receiver})
MERGE (contribution:Entity {id: row.id})
SET contribution:Contribution,
    contribution.date = row.date,
    contribution.kind = row.kind,
    contribution.value_cny = row.value_cny,
    contribution.purpose = row.purpose,
    contribution.description = row.description,
    contribution.provenance = row.provenance
WITH giver, receiver, contribution
CALL (giver, receiver, contribution) {
  MATCH (other)-[moved:GAVE|TO]-(contribution)
  WHERE (type(moved) = 'GAVE' AND other <> giver) OR (type(moved) = 'TO' AND other <> receiver)
  DELETE moved
}
MERGE (giver)-[:GAVE]->(contribution)
MERGE (contribution)-[:TO]->(receiver)
RETURN count(*) AS loaded
