// name: coverage.of_actor
// mode: relation
// given: actor
// parameters: findings
// columns: finding
// order: finding.key
//
// The findings of which the thing, a department, a leader or an issue, is the subject, handed in by id.
MATCH (actor:Entity)
UNWIND coalesce($findings[actor.id], []) AS finding
WITH finding
RETURN finding
