// name: appointments.cross_appointments
// mode: relation
// parameters: within
// columns: compound, crossing, person, channel
// order: compound.code, person.id, channel
//
// The cross-appointments of all compounds within a place.
MATCH (compound:Compound)
WHERE compound.code STARTS WITH $within
UNWIND appointments.crossings(compound) AS crossing
WITH compound, crossing, crossing.person AS person, crossing.channel AS channel
RETURN compound, crossing, person, channel
