// name: persons.body_count
// mode: value
// given: involvement
// columns: body_count
//
// How many bodies an involvement has.
UNWIND [{body_count: 0}] AS involvement
RETURN involvement.body_count AS body_count
