// name: members.zone_count
// mode: value
// given: place
// columns: zones
//
// The number of responsibility zones in the communities of the place.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[lying:LIES_IN]-(zone:ResponsibilityZone)
  WHERE community.code STARTS WITH place.code AND time.holds(lying)
  RETURN DISTINCT zone
} AS zones
