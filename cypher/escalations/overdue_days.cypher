// name: escalations.overdue_days
// mode: value
// given: escalation
// parameters: as_of, feedback_days
// columns: days
//
// For how many days the feedback has been overdue: those since the agenda meeting beyond the days that are allowed; null
// where it is not.
MATCH (escalation:Escalation)
RETURN CASE WHEN escalations.awaits_feedback(escalation) THEN head([
  days IN [duration.inDays(escalations.agenda(escalation).date, $as_of).days - $feedback_days]
  WHERE days > 0
]) END AS days
