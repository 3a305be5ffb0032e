// name: escalations.minutes_of
// mode: relation
// given: escalation
// columns: meeting
//
// The meeting whose minutes went along, if it has taken place by the day; none where no minutes did.
MATCH (escalation:Escalation)-[:WITH_MINUTES_OF]->(meeting:Meeting)
WHERE time.happened(meeting)
RETURN meeting
