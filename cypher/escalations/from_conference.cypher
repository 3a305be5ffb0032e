// name: escalations.from_conference
// mode: relation
// given: escalation
// columns: conference
//
// The conference that submitted the escalation.
MATCH (escalation:Escalation)-[:FROM]->(conference:Conference)
RETURN conference
