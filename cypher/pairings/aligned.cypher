// name: pairings.aligned
// mode: value
// given: department, community
// columns: aligned
//
// Whether the department's supervising leader is also paired with the community. Null if there is no supervising
// leader.
MATCH (department:Department)-[:PAIRED_WITH]->(community:Community)
RETURN head(COLLECT {
  MATCH (department)<-[supervision:SUPERVISES]-(supervisor:Leader)
  WHERE time.holds(supervision)
  RETURN EXISTS {
    MATCH (supervisor)-[pairing:PAIRED_WITH]->(community)
    WHERE time.holds(pairing)
  } AS aligned
  ORDER BY supervision.since, supervisor.code LIMIT 1
}) AS aligned
