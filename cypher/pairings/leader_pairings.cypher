// name: pairings.leader_pairings
// mode: relation
// given: leader
// columns: pairing, community
// order: toString(pairing.since) DESC, pairing.id
//
// Every pairing that the leader has had by the day, ended ones included, newest first.
MATCH (leader:Leader)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, community
