// name: escalations.load_escalations
// mode: write
// parameters: rows
// columns: loaded
//
// Escalations of issues from one conference up to another. A row that was corrected to other conferences, or to the minutes
// of another meeting, moves the escalation.
UNWIND $rows AS row
MATCH (issue:Entity {id: row.issue})
MATCH (lower:Entity {id: row.from_conference})
MATCH (upper:Entity {id: row.to_conference})
OPTIONAL MATCH (meeting:Entity {id: row.minutes_of})
MERGE (escalation:Entity {id: row.id})
SET escalation:Escalation,
    escalation.date = row.submitted_on,
    escalation.ledger = row.ledger,
    escalation.feedback_on = row.feedback_on,
    escalation.feedback_text = row.feedback,
    escalation.provenance = row.provenance
WITH issue, lower, upper, meeting, escalation
CALL (lower, upper, meeting, escalation) {
  MATCH (escalation)-[moved:FROM|UP_TO|WITH_MINUTES_OF]->(other)
  WHERE other <> CASE type(moved) WHEN 'FROM' THEN lower WHEN 'UP_TO' THEN upper ELSE coalesce(meeting, escalation) END
  DELETE moved
}
MERGE (issue)-[:ESCALATED_BY]->(escalation)
MERGE (escalation)-[:FROM]->(lower)
MERGE (escalation)-[:UP_TO]->(upper)
FOREACH (sent IN CASE WHEN meeting IS NULL THEN [] ELSE [meeting] END | MERGE (escalation)-[:WITH_MINUTES_OF]->(sent))
RETURN count(*) AS loaded
