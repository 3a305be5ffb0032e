// name: visits.in_last_quarter
// mode: value
// given: leader
// columns: visits
//
// How many visits the leader made in the last complete quarter to the community that they are paired with (by the earliest
// pairing that holds); null without one, or where it began after that quarter had.
MATCH (leader:Leader)
RETURN head(COLLECT {
  UNWIND [coverage.pairing_of_actor(leader)] AS paired
  WITH paired.community AS community, paired.pairing.since <= time.quarter_before(1) AS began
  RETURN CASE WHEN began THEN COUNT {
    MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
    WHERE time.quarter_before(1) <= visit.date AND visit.date < time.quarter_before(0)
  } END AS visits
}) AS visits
