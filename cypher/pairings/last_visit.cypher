// name: pairings.last_visit
// mode: value
// given: leader, community
// columns: last_visit
//
// The date of the leader's last visit to the community. Null if there has been none.
MATCH (leader:Leader)-[:PAIRED_WITH]->(community:Community)
RETURN head(COLLECT {
  MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
  WHERE time.happened(visit)
  RETURN visit.date AS day ORDER BY day DESC LIMIT 1
}) AS last_visit
