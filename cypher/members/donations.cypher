// name: members.donations
// mode: value
// given: place
// columns: donations
//
// What members have donated in the place up to the day, CNY.
MATCH (place:Place)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (community:Community)<-[:IN]-(record:ServiceRecord {kind: 'DONATION'})
  WHERE community.code STARTS WITH place.code AND time.happened(record)
  RETURN record.value_cny AS part
} | total + part) AS donations
