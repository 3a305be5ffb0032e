// name: members.of_zone
// mode: value
// given: zone
// columns: shown
//
// The published number of members who look after the responsibility zone.
MATCH (zone:ResponsibilityZone)
RETURN members.released(COUNT {
  MATCH (zone)<-[tending:TENDS]-(member:Member)
  WHERE time.held(tending, members.release())
  RETURN DISTINCT member
}) AS shown
