// name: organizations.stationed_in
// mode: relation
// given: organization
// columns: community, stationing
// order: stationing.since, community.code
//
// The community that the organization is stationed in; the earliest, if there are several.
MATCH (organization:Organization)-[stationing:STATIONED_IN]->(community:Community)
WHERE time.holds(stationing)
RETURN community, stationing
