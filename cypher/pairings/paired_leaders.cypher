// name: pairings.paired_leaders
// mode: relation
// given: community
// columns: leader
// order: leader.code
//
// The leaders paired with the community, without their pairings.
MATCH (community:Community)<-[pairing:PAIRED_WITH]-(leader:Leader)
WHERE time.holds(pairing)
WITH DISTINCT leader
RETURN leader
