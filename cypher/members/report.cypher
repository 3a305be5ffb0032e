// name: members.report
// mode: value
// given: community
// columns: day
//
// The day of the report of the community's city; without one, the day that personal counts describe. What joins home and
// workplace is told as of this one day only.
MATCH (community:Community)
RETURN coalesce(head(COLLECT {
  MATCH (city:City {code: left(community.code, 6)})
  RETURN city.reported_on AS day
}), members.release()) AS day
