// name: organizations.lies_within
// mode: value
// given: organization
// parameters: within
// columns: lies_within
//
// Whether the organization lies within a place: by its ID down to the city. Below the city: by the place that it
// serves; for a Party organization by its place, by the community that its department is paired with, or by the
// community that its other organization is stationed in.
MATCH (organization:Organization)
RETURN organization.id STARTS WITH left($within, 6) AND (size($within) <= 6 OR EXISTS {
  MATCH (organization)-[link:SERVES|ORGANIZED_IN]->(place:Place)
  WHERE time.holds(link) AND place.code STARTS WITH $within
} OR EXISTS {
  MATCH (organization)-[organizing:ORGANIZED_IN]->(:Organization)-[link:PAIRED_WITH|STATIONED_IN]->(community:Community)
  WHERE time.holds(organizing) AND time.holds(link) AND community.code STARTS WITH $within
}) AS lies_within
