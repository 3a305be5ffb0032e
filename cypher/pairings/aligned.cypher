// name: pairings.aligned
// mode: value
// given: department, community
// columns: aligned
//
// Whether the leader who supervises the department is paired with the community too; null without a supervisor.
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
