// name: visits.in_last_quarter
// mode: value
// given: leader
// columns: visits
//
// The number of visits in the last complete quarter by the leader to the paired community (by the earliest current
// pairing). Null if the leader is unpaired, or if the pairing started after that quarter began.
MATCH (leader:Leader)
RETURN head(COLLECT {
  UNWIND [coverage.pairing_of_actor(leader)] AS paired
  WITH paired.community AS community, paired.pairing.since <= time.quarter_before(1) AS began
  RETURN CASE WHEN began THEN COUNT {
    MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
    WHERE time.quarter_before(1) <= visit.date AND visit.date < time.quarter_before(0)
  } END AS visits
}) AS visits
