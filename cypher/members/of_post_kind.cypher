// name: members.of_post_kind
// mode: value
// given: kind, place
// columns: shown
//
// What is shown of how many members in the place have chosen posts of the kind, community by community.
MATCH (kind:PostKind), (place:Place)
RETURN members.sum(COLLECT {
  MATCH (community:Community)
  WHERE community.code STARTS WITH place.code
  RETURN members.released(COUNT {
    MATCH (community)<-[registration:REGISTERED_IN]-(:Member)-[choice:CHOSE]->(kind)
    WHERE time.held(registration, members.release()) AND time.held(choice, members.release())
  }) AS part
}) AS shown
