// name: organizations.stationing_stands
// mode: value
// given: stationing, organization, community
// columns: stands
// history: ever
//
// Whether a current stationing is the organization's earliest in the community, so that a list contains it once. (No
// search is needed for an organization with only one stationing.)
MATCH (organization:Organization)-[stationing:STATIONED_IN]->(community:Community)
RETURN (COUNT { (organization)-[ever:STATIONED_IN]->() } = 1 OR NOT EXISTS {
  MATCH (organization)-[other:STATIONED_IN]->(community)
  WHERE time.holds(other) AND time.precedes(other, stationing)
}) AS stands
