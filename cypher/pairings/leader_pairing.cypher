// name: pairings.leader_pairing
// mode: relation
// given: leader
// columns: pairing, community
// order: pairing.since, pairing.id
//
// The pairing of the leader that holds; the earliest, should there be several.
MATCH (leader:Leader)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.holds(pairing)
RETURN pairing, community
