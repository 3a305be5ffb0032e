// name: sums.compound
// mode: relation
// given: group
// columns: compound
//
// The compound that a group belongs to, by its code.
UNWIND [{COMPOUND: ''}] AS group
MATCH (compound:Compound {code: group.COMPOUND})
RETURN compound
