// name: pairings.community_departments
// mode: relation
// given: community
// columns: department, pairing
// order: department.code
//
// The departments that are paired with the community.
MATCH (community:Community)<-[pairing:PAIRED_WITH]-(department:Department)
WHERE time.holds(pairing) AND pairings.stands(pairing, department, community)
RETURN department, pairing
