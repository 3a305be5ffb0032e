// name: leaders.supervisor
// mode: relation
// given: department
// columns: leader, supervision
// order: supervision.since, leader.code
//
// The leader in charge of the department's field; the earliest, if there are several.
MATCH (department:Department)<-[supervision:SUPERVISES]-(leader:Leader)
WHERE time.holds(supervision)
RETURN leader, supervision
