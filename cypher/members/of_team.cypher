// name: members.of_team
// mode: value
// given: team
// columns: shown
//
// The published number of members who have joined the volunteer team.
MATCH (team:VolunteerTeam)
RETURN members.released(COUNT {
  MATCH (team)<-[joining:JOINED]-(member:Member)
  WHERE time.held(joining, members.release())
  RETURN DISTINCT member
}) AS shown
