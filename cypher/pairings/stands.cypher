// name: pairings.stands
// mode: value
// given: pairing, actor, community
// columns: stands
// history: ever
//
// Whether a pairing that holds is the earliest that does between the department or leader and the community, so that a list has
// both once. (Of an actor with one pairing in all nothing need be looked for.)
MATCH (actor:Department|Leader)-[pairing:PAIRED_WITH]->(community:Community)
RETURN (COUNT { (actor)-[ever:PAIRED_WITH]->() } = 1 OR NOT EXISTS {
  MATCH (actor)-[other:PAIRED_WITH]->(community)
  WHERE time.holds(other) AND time.precedes(other, pairing)
}) AS stands
