// name: appointments.heads_both
// mode: value
// given: seats, branch, other
// columns: heads
//
// Whether the person who holds these positions is both secretary of the branch and director of the owners' committee
// (一肩挑). Always false for a property company.
MATCH (branch:Branch), (other:Organization)
UNWIND [[]] AS seats
RETURN other:OwnersCommittee
  AND any(seat IN seats WHERE endNode(seat) = branch AND seat.role = 'SECRETARY' AND time.holds(seat))
  AND any(seat IN seats WHERE endNode(seat) = other AND seat.role = 'DIRECTOR' AND time.holds(seat)) AS heads
