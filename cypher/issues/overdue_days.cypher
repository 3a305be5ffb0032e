// name: issues.overdue_days
// mode: value
// given: issue
// parameters: as_of
// columns: days
//
// The number of days by which an upper conference is late with the agenda or the feedback; the highest, if several are.
// Null if none is.
MATCH (issue:Issue)
RETURN head(COLLECT {
  MATCH (issue)-[:ESCALATED_BY]->(escalation:Escalation)
  WHERE time.happened(escalation) AND NOT time.reached(issue.resolved_on)
  WITH escalations.due(escalation) AS owed
  WITH coalesce(owed.agenda, owed.feedback) AS due
  WHERE due < $as_of
  RETURN duration.inDays(due, $as_of).days AS days ORDER BY days DESC LIMIT 1
}) AS days
