// name: places.compound
// mode: relation
// parameters: code
// columns: compound
//
// The compound with the code.
MATCH (compound:Compound {code: $code})
RETURN compound
