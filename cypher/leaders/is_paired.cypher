// name: leaders.is_paired
// mode: value
// given: leader
// parameters: value
// columns: paired
//
// Whether the leader is paired with a community, compared with the given value.
MATCH (leader:Leader)
RETURN EXISTS {
  MATCH (leader)-[pairing:PAIRED_WITH]->(:Community)
  WHERE time.holds(pairing)
} = $value AS paired
