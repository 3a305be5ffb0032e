// name: coverage.synergy_body
// mode: value
// given: community
// columns: synergy_body
//
// The synergy body of the community that counts: the earliest that serves it; null without one.
MATCH (community:Community)
RETURN head(COLLECT {
  MATCH (community)<-[service:SERVES]-(synergy_body:SynergyBody)
  WHERE time.holds(service)
  RETURN synergy_body ORDER BY service.since, synergy_body.id LIMIT 1
}) AS synergy_body
