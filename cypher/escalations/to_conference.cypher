// name: escalations.to_conference
// mode: relation
// given: escalation
// columns: conference
//
// The conference that the issue was sent up to.
MATCH (escalation:Escalation)-[:UP_TO]->(conference:Conference)
RETURN conference
