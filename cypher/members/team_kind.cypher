// name: members.team_kind
// mode: relation
// given: team
// columns: kind
//
// The kind of the team.
MATCH (team:VolunteerTeam)-[:OF_KIND]->(kind:TeamKind)
RETURN kind
