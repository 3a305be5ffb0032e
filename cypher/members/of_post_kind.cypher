// name: members.of_post_kind
// mode: value
// given: kind, place
// columns: shown
//
// The published number of members in the place who have chosen posts of the kind, summed over its communities.
MATCH (kind:PostKind), (place:Place)
RETURN members.by_community(place, COLLECT {
  MATCH (kind)<-[choice:CHOSE]-(member:Member)-[registration:REGISTERED_IN]->(community:Community)
  WHERE time.held(choice, members.release()) AND time.held(registration, members.release())
  WITH DISTINCT member, community
  RETURN community.code AS code
}) AS shown
