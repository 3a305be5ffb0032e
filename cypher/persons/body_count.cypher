// name: persons.body_count
// mode: value
// given: involvement
// columns: body_count
//
// The number of organizations in an involvement.
UNWIND [{body_count: 0}] AS involvement
RETURN involvement.body_count AS body_count
