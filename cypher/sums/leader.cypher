// name: sums.leader
// mode: relation
// given: group
// columns: leader
//
// The leader that a group belongs to, by ID.
UNWIND [{LEADER: ''}] AS group
MATCH (leader:Leader {id: group.LEADER})
RETURN leader
