// name: appointments.compound_cross_appointments
// mode: relation
// given: crossings
// columns: crossing, person, channel
// order: person.id, channel
//
// The cross-appointments of a compound, out of those already found.
UNWIND [[]] AS crossings
UNWIND crossings AS crossing
WITH crossing, crossing.person AS person, crossing.channel AS channel
RETURN crossing, person, channel
