// name: issues.overdue_days
// mode: value
// given: issue
// columns: days
//
// For how many days the longest due feedback on the issue has been overdue; null where none is.
MATCH (issue:Issue)
RETURN head(COLLECT {
  MATCH (issue)-[:ESCALATED_BY]->(escalation:Escalation)
  WHERE time.happened(escalation)
  WITH escalations.overdue_days(escalation) AS days
  WHERE days IS NOT NULL
  RETURN days ORDER BY days DESC LIMIT 1
}) AS days
