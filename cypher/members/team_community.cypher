// name: members.team_community
// mode: relation
// given: team
// columns: community
// order: community.code
//
// The community that the team serves, or served last.
MATCH (team:VolunteerTeam)-[service:SERVES]->(community:Community)
WHERE time.began(service)
RETURN community
