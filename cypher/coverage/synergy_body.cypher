// name: coverage.synergy_body
// mode: value
// given: community
// columns: synergy_body
//
// The current synergy body of the community: the earliest, if there are several. Null if there is none.
MATCH (community:Community)
RETURN head(COLLECT {
  MATCH (community)<-[service:SERVES]-(synergy_body:SynergyBody)
  WHERE time.holds(service)
  RETURN synergy_body ORDER BY service.since, synergy_body.id LIMIT 1
}) AS synergy_body
