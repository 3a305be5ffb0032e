// name: pairings.department_count
// mode: value
// given: community
// columns: departments
//
// The number of departments paired with the community.
MATCH (community:Community)
RETURN COUNT {
  MATCH (community)<-[pairing:PAIRED_WITH]-(department:Department)
  WHERE time.holds(pairing)
  RETURN DISTINCT department
} AS departments
