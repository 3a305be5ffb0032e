// name: escalations.is_overdue
// mode: value
// given: escalation
// parameters: value
// columns: keeps
//
// Whether the feedback is overdue, or is not.
MATCH (escalation:Escalation)
RETURN (escalations.overdue_days(escalation) IS NOT NULL) = $value AS keeps
