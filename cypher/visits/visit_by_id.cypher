// name: visits.visit_by_id
// mode: relation
// parameters: id
// columns: visit, leader, community
//
// The visit with the ID, if it was made by `asOf`.
MATCH (leader:Leader)-[:MADE]->(visit:Entity&Visit {id: $id})-[:TO]->(community:Community)
WHERE time.happened(visit)
RETURN visit, leader, community
