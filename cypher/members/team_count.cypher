// name: members.team_count
// mode: value
// given: place
// columns: teams
//
// The number of volunteer teams that serve the communities of the place.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[service:SERVES]-(team:VolunteerTeam)
  WHERE community.code STARTS WITH place.code AND time.holds(service)
  RETURN DISTINCT team
} AS teams
