// name: members.of_team
// mode: value
// given: team
// columns: shown
//
// What is shown of how many members have joined the volunteer team.
MATCH (team:VolunteerTeam)
RETURN members.released(COUNT {
  MATCH (team)<-[joining:JOINED]-(member:Member)
  WHERE time.held(joining, members.release())
  RETURN DISTINCT member
}) AS shown
