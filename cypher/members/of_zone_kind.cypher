// name: members.of_zone_kind
// mode: value
// given: kind, place
// columns: shown
//
// The published number of members who look after zones of the kind in the place, summed over the zones.
MATCH (kind:ZoneKind), (place:Place)
RETURN members.sum(COLLECT {
  MATCH (kind)<-[:OF_KIND]-(zone:ResponsibilityZone)-[lying:LIES_IN]->(community:Community)
  WHERE community.code STARTS WITH place.code AND time.holds(lying)
  WITH DISTINCT zone
  RETURN members.of_zone(zone) AS part
}) AS shown
