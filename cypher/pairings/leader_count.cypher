// name: pairings.leader_count
// mode: value
// given: community
// columns: leaders
//
// The number of leaders paired with the community.
MATCH (community:Community)
RETURN COUNT {
  MATCH (community)<-[pairing:PAIRED_WITH]-(leader:Leader)
  WHERE time.holds(pairing)
  RETURN DISTINCT leader
} AS leaders
