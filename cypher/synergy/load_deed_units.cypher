// name: synergy.load_deed_units
// mode: write
// parameters: rows
// columns: loaded
//
// Which units took part in a deed.
UNWIND $rows AS row
MATCH (unit:Entity {id: row.unit})
MATCH (deed:Entity {id: row.deed})
MERGE (unit)-[:TOOK_PART_IN]->(deed)
RETURN count(*) AS loaded
