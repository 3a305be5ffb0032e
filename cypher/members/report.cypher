// name: members.report
// mode: value
// given: city
// parameters: today
// columns: day
//
// The day as of which it is told who works and lives where: that of the city's report, or the first of today's quarter where
// the report is still to come.
MATCH (city:City)
RETURN CASE WHEN city.reported_on <= $today THEN city.reported_on ELSE date.truncate('quarter', $today) END AS day
