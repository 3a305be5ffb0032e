// name: conferences.load_documents
// mode: write
// parameters: rows
// columns: loaded
//
// Documents that meetings adopted.
UNWIND $rows AS row
MATCH (meeting:Entity {id: row.meeting})
MERGE (document:Entity {id: row.id})
SET document:Document,
    document.title = row.title,
    document.kind = row.kind,
    document.provenance = row.provenance
MERGE (meeting)-[:ADOPTED]->(document)
RETURN count(*) AS loaded
