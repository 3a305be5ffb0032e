// name: members.of_zone
// mode: value
// given: zone
// columns: shown
//
// What is shown of how many members tend the responsibility zone.
MATCH (zone:ResponsibilityZone)
RETURN members.released(COUNT {
  MATCH (zone)<-[tending:TENDS]-(:Member)
  WHERE time.held(tending, members.release())
}) AS shown
