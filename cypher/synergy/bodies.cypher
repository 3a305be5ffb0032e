// name: synergy.bodies
// mode: relation
// parameters: within
// columns: synergy_body
// order: synergy_body.id
//
// The synergy bodies within a place; all synergy bodies for an empty prefix.
MATCH (synergy_body:SynergyBody)
WHERE synergy_body.id STARTS WITH $within AND EXISTS {
  MATCH (synergy_body)-[service:SERVES]->(:Community)
  WHERE time.holds(service)
}
RETURN synergy_body
