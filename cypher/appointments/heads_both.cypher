// name: appointments.heads_both
// mode: value
// given: person, branch, other
// columns: heads
//
// Whether the person is secretary of the branch and director of the owners' committee (一肩挑); never so of a company.
MATCH (person:Person)-[:HOLDS]->(branch:Branch), (other:Organization)
RETURN other:OwnersCommittee AND EXISTS {
  MATCH (person)-[seat:HOLDS]->(branch)
  WHERE time.holds(seat) AND seat.role = 'SECRETARY'
} AND EXISTS {
  MATCH (person)-[seat:HOLDS]->(other)
  WHERE time.holds(seat) AND seat.role = 'DIRECTOR'
} AS heads
