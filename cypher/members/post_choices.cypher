// name: members.post_choices
// mode: value
// given: place
// columns: choices
//
// How many posts the members who are registered in the place have chosen.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[registration:REGISTERED_IN]-(member:Member)-[choice:CHOSE]->(kind:PostKind)
  WHERE community.code STARTS WITH place.code AND time.holds(registration) AND time.holds(choice)
  RETURN DISTINCT member, kind
} AS choices
