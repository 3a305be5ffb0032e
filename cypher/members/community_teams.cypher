// name: members.community_teams
// mode: relation
// given: community
// columns: team
// order: team.id
//
// The volunteer teams that serve the community.
MATCH (community:Community)<-[service:SERVES]-(team:VolunteerTeam)
WHERE time.holds(service)
WITH DISTINCT team
RETURN team
