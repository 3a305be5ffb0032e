// name: visits.load_visits
// mode: write
// parameters: rows
// columns: loaded
//
// Visits of leaders to communities. A row that was corrected to another community moves the visit.
UNWIND $rows AS row
MATCH (leader:Leader {code: row.leader})
MATCH (community:Community {code: row.community})
MERGE (visit:Entity {id: row.id})
SET visit:Visit,
    visit.date = row.date,
    visit.tasks = row.tasks,
    visit.provenance = row.provenance
MERGE (leader)-[:MADE]->(visit)
WITH visit, community
CALL (visit, community) {
  MATCH (visit)-[moved:TO]->(other)
  WHERE other <> community
  DELETE moved
}
MERGE (visit)-[:TO]->(community)
RETURN count(*) AS loaded
