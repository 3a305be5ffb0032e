// name: pairings.community_leaders
// mode: relation
// given: community
// columns: leader, pairing
// order: leader.code
//
// The leaders who are paired with the community.
MATCH (community:Community)<-[pairing:PAIRED_WITH]-(leader:Leader)
WHERE time.holds(pairing) AND pairings.stands(pairing, leader, community)
RETURN leader, pairing
