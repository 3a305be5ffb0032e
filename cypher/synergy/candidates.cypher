// name: synergy.candidates
// mode: relation
// given: synergy_body
// columns: department
// order: department.code
//
// The departments paired with the community of the synergy body that could serve a function it lacks.
MATCH (synergy_body:SynergyBody)-[service:SERVES]->(community:Community)<-[pairing:PAIRED_WITH]-(department:Department)
WHERE time.holds(service) AND time.holds(pairing)
  AND any(function IN synergy.lacking(synergy_body) WHERE function IN department.could_serve)
WITH DISTINCT department
RETURN department
