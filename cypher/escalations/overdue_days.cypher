// name: escalations.overdue_days
// mode: value
// given: escalation
// parameters: as_of
// columns: days
//
// The number of days by which the upper conference is late: with the agenda if the issue has not been on it, otherwise
// with the feedback. Null if it is not late, or if feedback is no longer awaited.
MATCH (escalation:Escalation)
RETURN head(COLLECT {
  UNWIND [escalations.due(escalation)] AS owed
  WITH coalesce(owed.agenda, owed.feedback) AS due
  WHERE due < $as_of AND escalations.awaits_feedback(escalation)
  RETURN duration.inDays(due, $as_of).days AS days
}) AS days
