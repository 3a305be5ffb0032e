// name: members.team_kind
// mode: relation
// given: team
// columns: kind
//
// The kind that the team is of.
MATCH (team:VolunteerTeam)-[:OF_KIND]->(kind:TeamKind)
RETURN kind
