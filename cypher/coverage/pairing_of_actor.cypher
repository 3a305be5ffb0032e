// name: coverage.pairing_of_actor
// mode: value
// given: actor
// columns: paired
//
// The current pairing of a department or leader, with its community: the earliest, if there are several. Null if
// unpaired.
MATCH (actor:Department|Leader)
RETURN head(COLLECT {
  MATCH (actor)-[pairing:PAIRED_WITH]->(community:Community)
  WHERE time.holds(pairing)
  RETURN {pairing: pairing, community: community} AS paired
  ORDER BY pairing.since, pairing.id LIMIT 1
}) AS paired
