// name: escalations.overdue_days
// mode: value
// given: escalation
// parameters: as_of, feedback_days
// columns: days
//
// For how many days the feedback has been overdue: those since the agenda meeting beyond the days that are allowed; null
// where it is not, or where none is awaited any more.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation)-[:UP_TO]->(upper:Conference)
  MATCH (issue)-[:ON_AGENDA_OF]->(meeting:Meeting)<-[:HELD]-(upper)
  WHERE NOT time.reached(escalation.feedback_on) AND NOT time.reached(issue.resolved_on)
    AND time.happened(meeting) AND meeting.date >= escalation.date
    AND duration.inDays(meeting.date, $as_of).days > $feedback_days
  RETURN duration.inDays(meeting.date, $as_of).days - $feedback_days AS days ORDER BY days DESC LIMIT 1
}) AS days
