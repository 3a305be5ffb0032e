// name: members.consultations
// mode: value
// given: place
// columns: consultations
//
// How many policy consultations members have given in the place up to the day.
MATCH (place:Place)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (community:Community)<-[:IN]-(record:ServiceRecord {kind: 'CONSULTATION'})
  WHERE community.code STARTS WITH place.code AND time.happened(record)
  RETURN record.number AS part
} | total + part) AS consultations
