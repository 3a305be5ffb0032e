// name: escalations.waiting_days
// mode: value
// given: escalation
// parameters: as_of
// columns: days
//
// The number of days since the submission for which feedback has been awaited. Null if it is no longer awaited.
MATCH (escalation:Escalation)
RETURN CASE WHEN escalations.awaits_feedback(escalation) THEN duration.inDays(escalation.date, $as_of).days END AS days
