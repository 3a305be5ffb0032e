// name: leaders.leader
// mode: relation
// parameters: code
// columns: leader
//
// The leader with the code.
MATCH (leader:Leader {code: $code})
RETURN leader
