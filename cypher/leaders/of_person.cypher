// name: leaders.of_person
// mode: relation
// given: person
// columns: leader
//
// The leader that the person is: the same node, if it has that label.
MATCH (person:Person)
UNWIND [person] AS leader
WITH leader WHERE leader:Leader
RETURN leader
