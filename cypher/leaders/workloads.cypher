// name: leaders.workloads
// mode: relation
// parameters: within, from, until
// columns: workload, leader
// order: leader.code
//
// The leaders within a place, as in `leaders.leaders`, each with what they did and were in charge of from `from`
// (inclusive) to `until` (exclusive).
MATCH (leader:Leader)
WHERE leader.code STARTS WITH left($within, 6)
  AND (size($within) <= 6 OR EXISTS {
    MATCH (leader)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE time.holds(pairing) AND community.code STARTS WITH $within
  })
WITH leader, {
  visit_count: COUNT {
    MATCH (leader)-[:MADE]->(visit:Visit)
    WHERE time.happened_within(visit, $from, $until)
  },
  meeting_count: COUNT {
    MATCH (leader)-[:ATTENDED]->(meeting:Meeting)
    WHERE time.happened_within(meeting, $from, $until)
  },
  community_count: COUNT {
    MATCH (leader)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE time.overlaps(pairing, $from, $until)
    RETURN DISTINCT community
  },
  department_count: COUNT {
    MATCH (leader)-[supervision:SUPERVISES]->(department:Department)
    WHERE time.overlaps(supervision, $from, $until)
    RETURN DISTINCT department
  }
} AS workload
RETURN workload, leader
