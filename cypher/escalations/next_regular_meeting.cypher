// name: escalations.next_regular_meeting
// mode: value
// given: escalation
// columns: meeting
//
// The first regular meeting that the upper conference has held by the day, from the day of the submission on; null before
// that.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (escalation)-[:UP_TO]->(:Conference)-[:HELD]->(meeting:Meeting {kind: 'REGULAR'})
  WHERE time.happened(meeting) AND meeting.date >= escalation.date
  RETURN meeting ORDER BY meeting.date, meeting.id LIMIT 1
}) AS meeting
