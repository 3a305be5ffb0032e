// name: escalations.to_conference
// mode: relation
// given: escalation
// columns: conference
//
// The conference that received the escalation.
MATCH (escalation:Escalation)-[:UP_TO]->(conference:Conference)
RETURN conference
