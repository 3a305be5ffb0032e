// name: rules.COM3
// mode: rule
// subject: Community
// obligation: MUST
// window: QUARTER
// due: MEETING
// title: The community conference meets every quarter
// title_zh: 社区联席会每季度至少一次
// required: at least 1 meeting in the quarter
// required_zh: 当季度至少召开1次会议
// observed: {value meeting|meetings}
// observed_zh: {value}次会议
// unit: MEETINGS
// minimum: 1
// turned_by: SERVES:Conference
// evidence: Meeting
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a community that had a conference on the first day of the quarter. Passes with at least one meeting in the
// quarter, regular or extraordinary. Not applicable if the community has no conference, or if the conference started
// later. Evidence: the meetings.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, coverage.conference(community) AS held
WITH community, held.conference AS conference, held.service AS service
WITH community, coverage.held_before(service) AS applies, coverage.meetings_held(conference) AS meetings
RETURN community.id AS subject, community.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN meetings <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN {value: size(meetings)} END AS observed,
  CASE WHEN applies THEN [meeting IN meetings | ['Meeting', meeting.id]] ELSE [] END AS evidence
