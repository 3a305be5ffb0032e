// name: appointments.heads_both
// mode: value
// given: seats, branch, other, moment
// columns: heads
//
// Whether the person who holds these positions is both secretary of the branch and director of the owners' committee
// (一肩挑). Always false for a property company.
MATCH (branch:Branch), (other:Organization)
UNWIND [[]] AS seats
UNWIND [date('2024-01-01')] AS moment
RETURN other:OwnersCommittee
  AND any(seat IN seats WHERE endNode(seat) = branch AND seat.role = 'SECRETARY' AND time.held_on(seat, moment))
  AND any(seat IN seats WHERE endNode(seat) = other AND seat.role = 'DIRECTOR' AND time.held_on(seat, moment)) AS heads
