// name: members.of_post_kind
// mode: value
// given: kind, place
// columns: shown
//
// What is shown of how many members in the place have chosen posts of the kind, community by community.
MATCH (kind:PostKind), (place:Place)
RETURN members.by_community(place, COLLECT {
  MATCH (kind)<-[choice:CHOSE]-(member:Member)-[registration:REGISTERED_IN]->(community:Community)
  WHERE time.held(choice, members.release()) AND time.held(registration, members.release())
  WITH DISTINCT member, community
  RETURN community.code AS code
}) AS shown
