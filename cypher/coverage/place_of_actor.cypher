// name: coverage.place_of_actor
// mode: value
// given: actor
// columns: place
//
// The code of the place that a finding about a department or leader belongs to: the paired community (by the earliest
// current pairing), or the city if unpaired.
MATCH (actor:Department|Leader)
RETURN coalesce(coverage.pairing_of_actor(actor).community.code, left(actor.code, 6)) AS place
