// name: members.donations
// mode: value
// given: place
// columns: donations
//
// The total value of members' donations in the place up to `asOf`, in yuan.
MATCH (place:Place)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (community:Community)<-[:IN]-(record:ServiceRecord {kind: 'DONATION'})
  WHERE community.code STARTS WITH place.code AND time.happened(record)
  RETURN record.value_cny AS part
} | total + part) AS donations
