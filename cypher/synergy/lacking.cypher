// name: synergy.lacking
// mode: value
// given: synergy_body
// columns: lacking
//
// The functions that the synergy body lacks, in their usual order.
MATCH (synergy_body:SynergyBody)
RETURN [
  function IN ['PARTY_WORK', 'SECURITY', 'FACILITIES', 'CULTURE']
  WHERE NOT function IN synergy_body.functions
] AS lacking
