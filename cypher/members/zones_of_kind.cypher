// name: members.zones_of_kind
// mode: value
// given: kind, place
// columns: zones
//
// The number of responsibility zones of the kind in the communities of the place.
MATCH (kind:ZoneKind), (place:Place)
RETURN COUNT {
  MATCH (kind)<-[:OF_KIND]-(zone:ResponsibilityZone)-[lying:LIES_IN]->(community:Community)
  WHERE community.code STARTS WITH place.code AND time.holds(lying)
  RETURN DISTINCT zone
} AS zones
