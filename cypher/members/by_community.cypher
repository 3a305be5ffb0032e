// name: members.by_community
// mode: value
// given: place, homes
// columns: shown
//
// The published number of people in a place, summed over its communities. `homes` is a list with one community code per
// person.
MATCH (place:Place)
UNWIND [['210681001001', '210681001002']] AS homes
RETURN members.sum(head([all_homes IN [homes] | [code IN COLLECT {
  MATCH (community:Community)
  WHERE community.code STARTS WITH place.code
  RETURN community.code AS code
} | members.at_least_five(size([home IN all_homes WHERE home = code]))]])) AS shown
