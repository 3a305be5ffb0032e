// name: issues.overdue_days
// mode: value
// given: issue
// parameters: as_of, feedback_days
// columns: days
//
// The number of days by which feedback on the issue is overdue; the highest, if several are. Null if none is.
MATCH (issue:Issue)
RETURN head(COLLECT {
  MATCH (issue)-[:ESCALATED_BY]->(escalation:Escalation)-[:UP_TO]->(upper:Conference)
  MATCH (issue)-[:ON_AGENDA_OF]->(meeting:Meeting)<-[:HELD]-(upper)
  WHERE NOT time.reached(escalation.feedback_on) AND NOT time.reached(issue.resolved_on)
    AND time.happened(escalation) AND time.happened(meeting) AND meeting.date >= escalation.date
    AND duration.inDays(meeting.date, $as_of).days > $feedback_days
  RETURN duration.inDays(meeting.date, $as_of).days - $feedback_days AS days ORDER BY days DESC LIMIT 1
}) AS days
