// name: leaders.is_paired
// mode: value
// given: leader
// parameters: value
// columns: paired
//
// Whether the leader is paired with a community (or is not, as asked).
MATCH (leader:Leader)
RETURN EXISTS {
  MATCH (leader)-[pairing:PAIRED_WITH]->(:Community)
  WHERE time.holds(pairing)
} = $value AS paired
