// name: leaders.supervised
// mode: relation
// given: leader
// columns: department
// order: department.code
//
// The departments whose field the leader is in charge of.
MATCH (leader:Leader)-[supervision:SUPERVISES]->(department:Department)
WHERE time.holds(supervision)
WITH DISTINCT department
RETURN department
