// name: escalations.is_overdue
// mode: value
// given: escalation
// parameters: value
// columns: matches
//
// Whether the agenda or feedback is overdue, compared with the given value.
MATCH (escalation:Escalation)
RETURN (escalations.overdue_days(escalation) IS NOT NULL) = $value AS matches
