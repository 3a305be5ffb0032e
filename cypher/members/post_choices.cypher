// name: members.post_choices
// mode: value
// given: place
// columns: choices
//
// The number of posts chosen by the members registered in the place.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[registration:REGISTERED_IN]-(member:Member)-[choice:CHOSE]->(kind:PostKind)
  WHERE community.code STARTS WITH place.code AND time.holds(registration) AND time.holds(choice)
  RETURN DISTINCT member, kind
} AS choices
