// name: appointments.compound_cross_appointments
// mode: relation
// given: compound
// columns: crossing, person, channel
// order: person.id, channel
//
// The cross-appointments of the compound.
MATCH (compound:Compound)
UNWIND appointments.crossings(compound) AS crossing
WITH crossing, crossing.person AS person, crossing.channel AS channel
RETURN crossing, person, channel
