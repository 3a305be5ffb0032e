// name: organizations.lies_within
// mode: value
// given: organization
// parameters: within
// columns: lies_within
//
// Whether the body lies within a place: up to the city by its id, below it by the place that it serves or is the Party
// organization of, or by the community that the department it is of is paired with, or the other organization stationed in.
MATCH (organization:Organization)
RETURN organization.id STARTS WITH left($within, 6) AND (size($within) <= 6 OR EXISTS {
  MATCH (organization)-[link:SERVES|ORGANIZED_IN]->(place:Place)
  WHERE time.holds(link) AND place.code STARTS WITH $within
} OR EXISTS {
  MATCH (organization)-[organizing:ORGANIZED_IN]->(:Organization)-[link:PAIRED_WITH|STATIONED_IN]->(community:Community)
  WHERE time.holds(organizing) AND time.holds(link) AND community.code STARTS WITH $within
}) AS lies_within
