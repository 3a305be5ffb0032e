// name: leaders.is_accompanied
// mode: value
// given: leader
// parameters: value
// columns: fits
//
// Whether a department that the leader supervises is paired with the same community as the leader, compared with the
// given value. Null, which matches neither value, for a leader without a pairing.
MATCH (leader:Leader)
RETURN head(COLLECT {
  MATCH (leader)-[own:PAIRED_WITH]->(community:Community)
  WHERE time.holds(own)
  RETURN EXISTS {
    MATCH (leader)-[supervision:SUPERVISES]->(:Department)-[pairing:PAIRED_WITH]->(community)
    WHERE time.holds(supervision) AND time.holds(pairing)
  } AS accompanied
  ORDER BY own.since, own.id LIMIT 1
}) = $value AS fits
