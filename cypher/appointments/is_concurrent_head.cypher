// name: appointments.is_concurrent_head
// mode: value
// given: crossing
// parameters: value
// columns: heads
//
// Whether the person of a cross-appointment heads both organizations, compared with the given value.
UNWIND [{concurrent_head: true}] AS crossing
RETURN crossing.concurrent_head = $value AS heads
