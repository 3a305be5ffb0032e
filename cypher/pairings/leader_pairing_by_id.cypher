// name: pairings.leader_pairing_by_id
// mode: relation
// parameters: id
// columns: pairing, leader, community
//
// The pairing of a leader that has the id, if it has begun by the day.
MATCH (leader:Leader)-[pairing:PAIRED_WITH {id: $id}]->(community:Community)
WHERE time.began(pairing)
RETURN pairing, leader, community
