// name: pairings.stands
// mode: value
// given: pairing, actor, community
// columns: stands
// history: ever
//
// Whether a current pairing is the earliest between the department or leader and the community, so that a list contains
// each once. (No search is needed for an actor with only one pairing.)
MATCH (actor:Department|Leader)-[pairing:PAIRED_WITH]->(community:Community)
RETURN (COUNT { (actor)-[ever:PAIRED_WITH]->() } = 1 OR NOT EXISTS {
  MATCH (actor)-[other:PAIRED_WITH]->(community)
  WHERE time.holds(other) AND time.precedes(other, pairing)
}) AS stands
