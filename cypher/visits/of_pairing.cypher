// name: visits.of_pairing
// mode: relation
// given: pairing, leader, community
// columns: visit
// order: toString(visit.date) DESC, visit.id
//
// The visits of the leader to the community during the pairing, up to `asOf`, newest first.
MATCH (leader:Leader)-[pairing:PAIRED_WITH]->(community:Community)
MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
WHERE time.happened(visit) AND time.held_on(pairing, visit.date)
RETURN visit
