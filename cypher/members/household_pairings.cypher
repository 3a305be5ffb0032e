// name: members.household_pairings
// mode: value
// given: place
// columns: shown
//
// What is shown of how many people in difficulty in the place are paired with a member, community by community.
MATCH (place:Place)
RETURN members.sum(COLLECT {
  MATCH (community:Community)
  WHERE community.code STARTS WITH place.code
  RETURN members.released(members.paired_people(community)) AS part
}) AS shown
