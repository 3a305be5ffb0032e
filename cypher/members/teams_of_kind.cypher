// name: members.teams_of_kind
// mode: value
// given: kind, place
// columns: teams
//
// The number of volunteer teams of the kind that serve the communities of the place.
MATCH (kind:TeamKind), (place:Place)
RETURN COUNT {
  MATCH (kind)<-[:OF_KIND]-(team:VolunteerTeam)-[service:SERVES]->(community:Community)
  WHERE community.code STARTS WITH place.code AND time.holds(service)
  RETURN DISTINCT team
} AS teams
