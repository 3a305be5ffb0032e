// name: escalations.minutes_of
// mode: relation
// given: escalation
// columns: meeting
//
// The meeting whose minutes went along; none where no minutes did.
MATCH (escalation:Escalation)-[:WITH_MINUTES_OF]->(meeting:Meeting)
RETURN meeting
