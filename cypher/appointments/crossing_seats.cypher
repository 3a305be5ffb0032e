// name: appointments.crossing_seats
// mode: relation
// given: crossing
// columns: seat, organization, position
// order: position
//
// The two appointments that make up a cross-appointment, the branch's first.
UNWIND [{}] AS crossing
UNWIND [[crossing.branch_seat, crossing.branch, 1], [crossing.other_seat, crossing.other, 2]] AS part
WITH part[0] AS seat, part[1] AS organization, part[2] AS position
RETURN seat, organization, position
