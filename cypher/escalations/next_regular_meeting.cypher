// name: escalations.next_regular_meeting
// mode: value
// given: escalation
// columns: meeting
//
// The first regular meeting that the upper conference held after the submission. Null if there has been none. A meeting
// on the date of the submission counts only if it had the issue on its agenda: otherwise it may have been over before.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation)-[:UP_TO]->(:Conference)-[:HELD]->(meeting:Meeting {kind: 'REGULAR'})
  WHERE time.happened(meeting) AND (meeting.date > escalation.date
    OR (meeting.date = escalation.date AND EXISTS { (issue)-[:ON_AGENDA_OF]->(meeting) }))
  RETURN meeting ORDER BY meeting.date, meeting.id LIMIT 1
}) AS meeting
