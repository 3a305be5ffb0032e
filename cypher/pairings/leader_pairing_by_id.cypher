// name: pairings.leader_pairing_by_id
// mode: relation
// parameters: id
// columns: pairing, leader, community
//
// The pairing of a leader with the ID, if it has started by `asOf`.
MATCH (leader:Leader)-[pairing:PAIRED_WITH {id: $id}]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, leader, community
