// name: due.agenda
// mode: read
// parameters: within
// columns: subject, place, due_on, rule, name
//
// The escalations of which the upper conference has not put the issue on its agenda yet.
MATCH (issue:Issue)-[:ESCALATED_BY]->(escalation:Escalation)
WHERE issue.code STARTS WITH left($within, 6) AND issues.exists(issue) AND time.happened(escalation)
WITH issue, escalation, issues.place_of_holder(issue) AS place
WHERE place STARTS WITH $within
WITH issue, escalation, place, escalations.agenda_due(escalation) AS due_on
WHERE due_on IS NOT NULL
RETURN ['Escalation', escalation.id] AS subject, place, due_on, 'ISS3' AS rule, issue.title AS name
