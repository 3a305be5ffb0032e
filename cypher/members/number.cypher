// name: members.number
// mode: value
// given: place
// columns: members
//
// How many in-service members are registered in the place.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[registration:REGISTERED_IN]-(member:Member)
  WHERE community.code STARTS WITH place.code AND time.holds(registration)
  RETURN DISTINCT member
} AS members
