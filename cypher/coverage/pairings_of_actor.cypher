// name: coverage.pairings_of_actor
// mode: value
// given: actor
// columns: pairings
//
// The ids of all pairings of a department or leader that hold, the earliest first.
MATCH (actor:Department|Leader)
RETURN COLLECT {
  MATCH (actor)-[pairing:PAIRED_WITH]->(:Community)
  WHERE time.holds(pairing)
  RETURN pairing.id AS id ORDER BY pairing.since, id
} AS pairings
