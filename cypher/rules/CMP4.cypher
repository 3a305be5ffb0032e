// name: rules.CMP4
// mode: rule
// subject: Compound
// obligation: MUST
// window: MONTH
// due: MEETING
// title: The deliberation meeting is held every month
// title_zh: 小区民主议事协商会每月召开
// required: at least 1 meeting in the month
// required_zh: 当月至少召开1次会议
// observed: {value meeting|meetings}
// observed_zh: {value}次会议
// unit: MEETINGS
// minimum: 1
// turned_by: SERVES:Branch, SERVES:Conference
// evidence: Meeting
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a compound that had its branch on the first day of the month. Passes if its conference held at least one
// meeting in the month, regular or extraordinary. Fails if the compound has no conference. Evidence: the meetings.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
WITH compound, coverage.had_branch(compound) AS applies, coverage.conference(compound) AS held
WITH compound, applies, held.conference AS conference
WITH compound, applies, coverage.meetings_held(conference) AS meetings
RETURN compound.id AS subject, compound.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN meetings <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN {value: size(meetings)} END AS observed,
  CASE WHEN applies THEN [meeting IN meetings | ['Meeting', meeting.id]] ELSE [] END AS evidence
