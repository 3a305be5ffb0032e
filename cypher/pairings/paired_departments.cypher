// name: pairings.paired_departments
// mode: relation
// given: community
// columns: department
// order: department.code
//
// The departments paired with the community, without their pairings.
MATCH (community:Community)<-[pairing:PAIRED_WITH]-(department:Department)
WHERE time.holds(pairing)
WITH DISTINCT department
RETURN department
