// name: due.feedback
// mode: read
// parameters: within
// columns: subject, place, due_on, rule, name
//
// The escalations on which the upper conference has not given feedback, although the issue was on its agenda.
MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation:Escalation)
WHERE issue.code STARTS WITH left($within, 6) AND issues.exists(issue) AND time.happened(escalation)
WITH issue, escalation, issues.place_of_holder(issue) AS place
WHERE place STARTS WITH $within
WITH issue, escalation, place, escalations.feedback_due(escalation) AS due_on
WHERE due_on IS NOT NULL
RETURN ['Escalation', escalation.id] AS subject, place, due_on, 'ISS4' AS rule, issue.title AS name
