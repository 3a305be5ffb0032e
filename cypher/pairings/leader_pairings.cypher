// name: pairings.leader_pairings
// mode: relation
// given: leader
// columns: pairing, community
// order: toString(pairing.since) DESC, pairing.id
//
// All pairings of the leader up to `asOf`, ended ones included, newest first.
MATCH (leader:Leader)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, community
