// name: escalations.agenda_meeting
// mode: relation
// given: escalation
// columns: meeting
//
// The upper conference's first meeting that had the escalated issue on its agenda.
MATCH (escalation:Escalation)
UNWIND [escalations.agenda(escalation)] AS meeting
WITH meeting WHERE meeting IS NOT NULL
RETURN meeting
