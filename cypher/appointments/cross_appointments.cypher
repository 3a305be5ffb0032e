// name: appointments.cross_appointments
// mode: relation
// given: crossings
// columns: compound, crossing, person, channel
// order: compound.code, person.id, channel
//
// The cross-appointments within a place, out of those already found.
UNWIND [[]] AS crossings
UNWIND crossings AS crossing
WITH crossing.compound AS compound, crossing, crossing.person AS person, crossing.channel AS channel
RETURN compound, crossing, person, channel
