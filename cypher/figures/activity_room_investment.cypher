// name: figures.activity_room_investment
// mode: value
// given: city
// columns: value
//
// The total value of contributions to the activity room of the branch of 锦江畔小区, in yuan.
MATCH (city:City)
RETURN reduce(total = 0.0, value IN COLLECT {
  MATCH (compound:Compound {name: '锦江畔小区'})<-[service:SERVES]-(:Branch)<-[:TO]-(contribution:Contribution)
  WHERE compound.code STARTS WITH city.code AND time.holds(service) AND time.happened(contribution)
    AND contribution.purpose = 'ACTIVITY_ROOM'
  WITH DISTINCT contribution
  RETURN contribution.value_cny AS value
} | total + value) AS value
