// name: members.report
// mode: value
// given: city
// parameters: today
// columns: day
//
// The date as of which home and workplace are joined: that of the city's report, or the first day of today's quarter if
// the report is in the future.
MATCH (city:City)
RETURN CASE WHEN city.reported_on <= $today THEN city.reported_on ELSE date.truncate('quarter', $today) END AS day
