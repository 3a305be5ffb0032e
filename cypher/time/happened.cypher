// name: time.happened
// mode: value
// given: event
// parameters: as_of
// columns: happened
//
// Whether an event has happened by `asOf`: it exists from its date on.
MATCH (event)
RETURN coalesce(event.date <= $as_of, true) AS happened
