// name: pairings.leader_pairing
// mode: relation
// given: leader
// columns: pairing, community
// order: pairing.since, pairing.id
//
// The current pairing of the leader; the earliest, if there are several.
MATCH (leader:Leader)-[pairing:PAIRED_WITH]->(community:Community)
WHERE time.holds(pairing)
RETURN pairing, community
