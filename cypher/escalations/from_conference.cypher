// name: escalations.from_conference
// mode: relation
// given: escalation
// columns: conference
//
// The conference that sent the issue up.
MATCH (escalation:Escalation)-[:FROM]->(conference:Conference)
RETURN conference
