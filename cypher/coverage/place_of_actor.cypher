// name: coverage.place_of_actor
// mode: value
// given: actor
// columns: place
//
// The code of the place that a finding on a department or leader belongs to: the community that it is paired with (by
// the earliest pairing that holds), its city when unpaired.
MATCH (actor:Department|Leader)
RETURN coalesce(coverage.pairing_of_actor(actor).community.code, left(actor.code, 6)) AS place
