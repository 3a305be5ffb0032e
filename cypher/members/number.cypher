// name: members.number
// mode: value
// given: place
// columns: members
//
// The number of in-service members registered in the place.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[registration:REGISTERED_IN]-(member:Member)
  WHERE community.code STARTS WITH place.code AND time.holds(registration)
  RETURN DISTINCT member
} AS members
