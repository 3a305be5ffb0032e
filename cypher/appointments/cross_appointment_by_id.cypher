// name: appointments.cross_appointment_by_id
// mode: relation
// parameters: id, as_of
// columns: crossing, compound, person, channel
// history: seat, service
//
// The cross-appointment with the key, if it has begun by `asOf`: as of that date if it holds then, else as of the last day
// on which it held. It can only have ended on a day on which one of the person's positions or an organization's service
// ended.
MATCH (compound:Compound {code: split($id, '|')[0]})
MATCH (person:Entity {id: split($id, '|')[1]})
UNWIND [$as_of] + COLLECT {
  MATCH (person)-[seat:HOLDS]->(:Organization)-[service:SERVES]->(compound)
  UNWIND [seat.until, service.until] AS until
  WITH DISTINCT until
  WHERE until <= $as_of
  RETURN until - duration({days: 1}) AS last_day
} AS moment
UNWIND appointments.crossings_on(compound, moment) AS found
WITH compound, person, moment, found
WHERE found.person = person AND found.channel = split($id, '|')[2]
WITH compound, person, found.channel AS channel, found {.*, moment: moment} AS crossing ORDER BY moment DESC LIMIT 1
RETURN crossing, compound, person, channel
