// name: escalations.waiting_days
// mode: value
// given: escalation
// parameters: as_of
// columns: days
//
// For how many days since its submission the escalation has waited for feedback; null where it waits no more.
MATCH (escalation:Escalation)
RETURN CASE WHEN escalations.awaits_feedback(escalation) THEN duration.inDays(escalation.date, $as_of).days END AS days
