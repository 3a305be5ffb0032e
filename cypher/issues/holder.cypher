// name: issues.holder
// mode: value
// given: issue
// columns: holder
//
// The conference that holds the issue, or that settled it: the one that received the last escalation, or the one that
// raised the issue if there is none.
MATCH (issue:Issue)
RETURN head(COLLECT {
  MATCH (issue)-[:ESCALATED_BY]->(escalation:Escalation)-[:UP_TO]->(upper:Conference)
  WHERE time.happened(escalation)
  RETURN upper ORDER BY escalation.date DESC, escalation.id DESC LIMIT 1
} + COLLECT {
  MATCH (issue)-[:RAISED_AT]->(:Meeting)<-[:HELD]-(raiser:Conference)
  RETURN raiser
}) AS holder
