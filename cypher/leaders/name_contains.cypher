// name: leaders.name_contains
// mode: value
// given: leader
// parameters: value
// columns: contains
//
// Whether the name of the leader contains the text, large and small letters alike.
MATCH (leader:Leader)
RETURN toLower(leader.name) CONTAINS toLower($value) AS contains
