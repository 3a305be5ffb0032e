// name: escalations.agenda
// mode: value
// given: escalation
// columns: meeting
//
// The upper conference's meeting that took the escalated issue up: its first one, from the day of the submission on, with
// the issue on its agenda; null before that.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation)-[:UP_TO]->(upper:Conference)
  MATCH (issue)-[:ON_AGENDA_OF]->(meeting:Meeting)<-[:HELD]-(upper)
  WHERE time.happened(meeting) AND meeting.date >= escalation.date
  RETURN meeting ORDER BY meeting.date, meeting.id LIMIT 1
}) AS meeting
