// name: members.consultations
// mode: value
// given: place
// columns: consultations
//
// The number of policy consultations that members have given in the place up to `asOf`.
MATCH (place:Place)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (community:Community)<-[:IN]-(record:ServiceRecord {kind: 'CONSULTATION'})
  WHERE community.code STARTS WITH place.code AND time.happened(record)
  RETURN record.number AS part
} | total + part) AS consultations
