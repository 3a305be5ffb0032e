// name: escalations.minutes_of
// mode: relation
// given: escalation
// columns: meeting
//
// The meeting whose minutes were submitted with the escalation, if it has taken place by `asOf`.
MATCH (escalation:Escalation)-[:WITH_MINUTES_OF]->(meeting:Meeting)
WHERE time.happened(meeting)
RETURN meeting
