// name: escalations.overdue_days
// mode: value
// given: escalation
// parameters: as_of, feedback_days
// columns: days
//
// The number of days by which feedback is overdue: the days since the agenda meeting minus the days allowed. Null if
// feedback is not overdue or no longer awaited.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation)-[:UP_TO]->(upper:Conference)
  MATCH (issue)-[:ON_AGENDA_OF]->(meeting:Meeting)<-[:HELD]-(upper)
  WHERE NOT time.reached(escalation.feedback_on) AND NOT time.reached(issue.resolved_on)
    AND time.happened(meeting) AND meeting.date >= escalation.date
    AND duration.inDays(meeting.date, $as_of).days > $feedback_days
  RETURN duration.inDays(meeting.date, $as_of).days - $feedback_days AS days ORDER BY days DESC LIMIT 1
}) AS days
