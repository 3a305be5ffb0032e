// name: rules.CMP5
// mode: rule
// subject: Compound
// obligation: MUST
// window: MONTH
// due: ATTENDANCE
// title: All three parties attend the deliberation meeting
// title_zh: 三方参加小区协商会
// required: at least 1 meeting in the month attended by every party
// required_zh: 当月至少1次会议各方均参加
// observed: all parties at {value} of {of meeting|meetings}
// observed_zh: {of}次会议中，{value}次各方均参加
// unit: MEETINGS
// minimum: 1
// turned_by: SERVES:Branch, SERVES:PropertyCompany, SERVES:OwnersCommittee, SERVES:Conference
// evidence: Meeting
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a compound that had its branch on the first day of the month and whose conference met in the month. Passes
// if all existing parties (branch, property company, owners' committee) attended at least one meeting together. The
// parties are those that serve the compound on `asOf`, including one that came after the meeting; the conference may
// have started during the month. Evidence: the meetings.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
WITH compound, coverage.had_branch(compound) AS had_branch, coverage.conference(compound) AS held
WITH compound, had_branch, held.conference AS conference
WITH compound, had_branch, coverage.meetings_held(conference) AS meetings
WITH compound, meetings, had_branch AND meetings <> [] AS applies, COUNT {
  UNWIND meetings AS meeting
  WITH meeting
  WHERE NOT EXISTS {
    MATCH (compound)<-[service:SERVES]-(party:Branch|PropertyCompany|OwnersCommittee)
    WHERE time.holds(service) AND NOT EXISTS { (party)-[:ATTENDED]->(meeting) }
  }
  RETURN meeting
} AS complete
RETURN compound.id AS subject, compound.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN complete > 0 THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN applies THEN {value: complete, of: size(meetings)} END AS observed,
  CASE WHEN applies THEN [meeting IN meetings | ['Meeting', meeting.id]] ELSE [] END AS evidence
