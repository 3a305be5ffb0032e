// name: places.compounds
// mode: relation
// parameters: within
// columns: compound
// order: compound.code
//
// The compounds within a place; with the empty prefix all of them.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
RETURN compound
