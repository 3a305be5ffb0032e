// name: escalations.agenda_meeting
// mode: relation
// given: escalation
// columns: meeting
//
// The upper conference's meeting that took the escalated issue up.
MATCH (escalation:Escalation)
UNWIND [escalations.agenda(escalation)] AS meeting
WITH meeting WHERE meeting IS NOT NULL
RETURN meeting
