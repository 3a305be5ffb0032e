// name: escalations.feedback
// mode: relation
// given: escalation
// columns: feedback
//
// The escalation itself, if the upper conference has given feedback.
MATCH (escalation:Escalation)
UNWIND CASE WHEN time.reached(escalation.feedback_on) THEN [escalation] ELSE [] END AS feedback
WITH feedback
RETURN feedback
