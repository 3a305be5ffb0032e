// name: members.mediations
// mode: value
// given: place
// columns: mediations
//
// The number of disputes that members have mediated in the place up to `asOf`.
MATCH (place:Place)
RETURN reduce(total = 0, part IN COLLECT {
  MATCH (community:Community)<-[:IN]-(record:ServiceRecord {kind: 'MEDIATION'})
  WHERE community.code STARTS WITH place.code AND time.happened(record)
  RETURN record.number AS part
} | total + part) AS mediations
