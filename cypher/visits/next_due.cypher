// name: visits.next_due
// mode: value
// given: leader
// columns: due
//
// The last date for the leader's next visit to the paired community, so that no quarter passes without one: the last day
// of the current quarter, or of the following one if the leader has made a visit in it, or was not paired yet when it
// began. Null if the leader is unpaired. At most 9999-12-31, the last day of the calendar.
MATCH (leader:Leader)
RETURN head(COLLECT {
  UNWIND [coverage.pairing_of_actor(leader)] AS paired
  WITH paired.community AS community, paired.pairing.since > time.quarter_before(0) AS is_new
  WHERE community IS NOT NULL
  WITH is_new OR EXISTS {
    MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
    WHERE time.quarter_before(0) <= visit.date AND time.happened(visit)
  } AS is_next
  WITH time.quarter_before(CASE WHEN is_next THEN -2 ELSE -1 END) - duration({days: 1}) AS day
  RETURN CASE WHEN day.year > 9999 THEN date('9999-12-31') ELSE day END AS due
}) AS due
