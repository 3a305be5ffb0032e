// name: synergy.lacks_one_of
// mode: value
// given: synergy_body
// parameters: value
// columns: lacks
//
// Whether the synergy body lacks one of the functions.
MATCH (synergy_body:SynergyBody)
RETURN any(function IN $value WHERE NOT function IN synergy_body.functions) AS lacks
