// name: visits.of_leader
// mode: relation
// given: leader
// columns: visit, community
// order: toString(visit.date) DESC, visit.id
//
// The visits of the leader up to `asOf`, newest first.
MATCH (leader:Leader)-[:MADE]->(visit:Visit)-[:TO]->(community:Community)
WHERE time.happened(visit)
RETURN visit, community
