// name: leaders.leaders
// mode: relation
// parameters: within
// columns: leader
// order: leader.code
//
// The leaders within a place: by their code down to the city, below it by the community that they are paired with.
MATCH (leader:Leader)
WHERE leader.code STARTS WITH left($within, 6)
  AND (size($within) <= 6 OR EXISTS {
    MATCH (leader)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE time.holds(pairing) AND community.code STARTS WITH $within
  })
RETURN leader
