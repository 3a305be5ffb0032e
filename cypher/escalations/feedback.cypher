// name: escalations.feedback
// mode: relation
// given: escalation
// columns: feedback
//
// The escalation itself once the upper conference has given its feedback.
MATCH (escalation:Escalation)
UNWIND CASE WHEN time.reached(escalation.feedback_on) THEN [escalation] ELSE [] END AS feedback
WITH feedback
RETURN feedback
