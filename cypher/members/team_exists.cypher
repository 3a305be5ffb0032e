// name: members.team_exists
// mode: value
// given: team
// columns: exists
//
// Whether the volunteer team has come into being by the day.
MATCH (team:VolunteerTeam)
RETURN EXISTS {
  MATCH (team)-[service:SERVES]->(:Community)
  WHERE time.began(service)
} AS exists
