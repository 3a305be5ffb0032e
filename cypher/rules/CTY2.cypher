// name: rules.CTY2
// mode: rule
// subject: City
// obligation: SHOULD
// window: HALF_YEAR
// due: MEETING
// title: The city conference meets every half-year
// title_zh: 市级联席会每半年召开一次
// required: at least 1 regular meeting in the half-year
// required_zh: 半年内至少召开1次常规会议
// observed: {value regular meeting|regular meetings}
// observed_zh: {value}次常规会议
// unit: MEETINGS
// minimum: 1
// turned_by: SERVES:Conference
// evidence: Meeting
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a city that had a conference on the first day of the half-year. Passes with at least one regular meeting
// in the half-year. Evidence: the meetings.
MATCH (city:City)
WHERE city.code STARTS WITH $within
WITH city, coverage.conference(city) AS held
WITH city, held.conference AS conference, held.service AS service
WITH city, coverage.held_before(service) AS applies, [meeting IN coverage.meetings_held(conference) WHERE meeting.kind = 'REGULAR'] AS meetings
RETURN city.id AS subject, city.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN meetings <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN {value: size(meetings)} END AS observed,
  CASE WHEN applies THEN [meeting IN meetings | ['Meeting', meeting.id]] ELSE [] END AS evidence
