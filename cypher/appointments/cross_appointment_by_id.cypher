// name: appointments.cross_appointment_by_id
// mode: relation
// parameters: id
// columns: crossing, compound, person, channel
//
// The cross-appointment with the key, if it holds on `asOf`.
MATCH (compound:Compound {code: split($id, '|')[0]})
UNWIND appointments.crossings(compound) AS crossing
WITH compound, crossing, crossing.person AS person, crossing.channel AS channel
WHERE person.id = split($id, '|')[1] AND channel = split($id, '|')[2]
RETURN crossing, compound, person, channel
