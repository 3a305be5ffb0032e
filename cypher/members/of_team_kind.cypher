// name: members.of_team_kind
// mode: value
// given: kind, place
// columns: shown
//
// The published number of members in teams of the kind in the place, summed over the teams.
MATCH (kind:TeamKind), (place:Place)
RETURN members.sum(COLLECT {
  MATCH (kind)<-[:OF_KIND]-(team:VolunteerTeam)-[service:SERVES]->(community:Community)
  WHERE community.code STARTS WITH place.code AND time.holds(service)
  WITH DISTINCT team
  RETURN members.of_team(team) AS part
}) AS shown
