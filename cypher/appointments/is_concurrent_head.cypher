// name: appointments.is_concurrent_head
// mode: value
// given: crossing
// parameters: value
// columns: heads
//
// Whether the person of a cross-appointment heads both bodies (or does not, as asked).
UNWIND [{concurrent_head: true}] AS crossing
RETURN crossing.concurrent_head = $value AS heads
