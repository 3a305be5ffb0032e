// name: members.load_service_records
// mode: write
// parameters: rows
// columns: loaded
//
// What members did in a community; the id says which.
UNWIND $rows AS row
MATCH (community:Community {code: left(row.id, 12)})
MERGE (record:ServiceRecord {id: row.id})
SET record.kind = row.kind,
    record.date = row.date,
    record.number = row.number,
    record.value_cny = row.value_cny,
    record.provenance = row.provenance
MERGE (record)-[:IN]->(community)
RETURN count(*) AS loaded
