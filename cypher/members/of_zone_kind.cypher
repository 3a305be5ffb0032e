// name: members.of_zone_kind
// mode: value
// given: kind, place
// columns: shown
//
// What is shown of how many members tend zones of the kind in the place, zone by zone.
MATCH (kind:ZoneKind), (place:Place)
RETURN members.sum(COLLECT {
  MATCH (kind)<-[:OF_KIND]-(zone:ResponsibilityZone)-[lying:LIES_IN]->(community:Community)
  WHERE community.code STARTS WITH place.code AND time.holds(lying)
  WITH DISTINCT zone
  RETURN members.of_zone(zone) AS part
}) AS shown
