// name: coverage.of_actor
// mode: relation
// given: actor
// parameters: findings
// columns: finding
// order: finding.key
//
// The findings whose subject is the department, leader or issue, passed in by ID.
MATCH (actor:Entity)
UNWIND coalesce($findings[actor.id], []) AS finding
WITH finding
RETURN finding
