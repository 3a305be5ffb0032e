// name: places.compounds
// mode: relation
// parameters: within
// columns: compound
// order: compound.code
//
// The compounds within a place; all compounds for an empty prefix.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
RETURN compound
