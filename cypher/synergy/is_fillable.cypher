// name: synergy.is_fillable
// mode: value
// given: synergy_body
// parameters: value
// columns: fillable
//
// Whether a department paired with the community could serve a function that the synergy body lacks, compared with the
// given value.
MATCH (synergy_body:SynergyBody)
RETURN EXISTS {
  MATCH (synergy_body)-[service:SERVES]->(community:Community)<-[pairing:PAIRED_WITH]-(department:Department)
  WHERE time.holds(service) AND time.holds(pairing)
    AND any(function IN synergy.lacking(synergy_body) WHERE function IN department.could_serve)
} = $value AS fillable
