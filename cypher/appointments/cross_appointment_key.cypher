// name: appointments.cross_appointment_key
// mode: value
// given: compound, person, channel
// columns: key
//
// The key of a cross-appointment: compound, person and channel.
MATCH (compound:Compound), (person:Person)
UNWIND ['BRANCH_TO_OWNERS_COMMITTEE'] AS channel
RETURN compound.code + '|' + person.id + '|' + channel AS key
