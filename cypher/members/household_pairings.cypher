// name: members.household_pairings
// mode: value
// given: place
// columns: shown
//
// The published number of people in difficulty in the place who are paired with a member, summed over its communities.
MATCH (place:Place)
RETURN members.sum(COLLECT {
  MATCH (community:Community)
  WHERE community.code STARTS WITH place.code
  RETURN members.released(members.paired_people(community)) AS part
}) AS shown
