// name: escalations.agenda_due
// mode: value
// given: escalation
// columns: due
//
// The last date on which the upper conference can put the issue on its agenda in time. Null if the issue has been on it,
// or was settled before the conference could.
MATCH (escalation:Escalation)
RETURN escalations.due(escalation).agenda AS due
