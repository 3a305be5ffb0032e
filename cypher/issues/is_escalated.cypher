// name: issues.is_escalated
// mode: value
// given: issue
// columns: escalated
//
// Whether the issue has been escalated by `asOf`.
MATCH (issue:Issue)
RETURN EXISTS {
  MATCH (issue)-[:ESCALATED_BY]->(escalation:Escalation)
  WHERE time.happened(escalation)
} AS escalated
