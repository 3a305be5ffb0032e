// name: visits.in_quarter
// mode: value
// given: quarter, leader, community
// columns: visits
//
// The number of visits by the leader to the community in the quarter.
MATCH (leader:Leader)-[:PAIRED_WITH]->(community:Community)
UNWIND [{first_day: date('2024-01-01'), next_day: date('2024-04-01')}] AS quarter
RETURN COUNT {
  MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
  WHERE time.happened(visit) AND quarter.first_day <= visit.date AND visit.date < quarter.next_day
} AS visits
