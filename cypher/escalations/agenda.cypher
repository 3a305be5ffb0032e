// name: escalations.agenda
// mode: value
// given: escalation
// columns: meeting
//
// The upper conference's first meeting on or after the submission that had the issue on its agenda. Null if there has
// been none.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation)-[:UP_TO]->(upper:Conference)
  MATCH (issue)-[:ON_AGENDA_OF]->(meeting:Meeting)<-[:HELD]-(upper)
  WHERE time.happened(meeting) AND meeting.date >= escalation.date
  RETURN meeting ORDER BY meeting.date, meeting.id LIMIT 1
}) AS meeting
