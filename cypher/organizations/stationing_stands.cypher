// name: organizations.stationing_stands
// mode: value
// given: stationing, organization, community
// columns: stands
//
// Whether a current stationing is the organization's earliest in the community, so that a list contains it once.
MATCH (organization:Organization)-[stationing:STATIONED_IN]->(community:Community)
RETURN NOT EXISTS {
  MATCH (organization)-[other:STATIONED_IN]->(community)
  WHERE time.holds(other) AND time.precedes(other, stationing)
} AS stands
