// name: time.happened_within
// mode: value
// given: event, first_day, next_day
// columns: happened
//
// Whether an event happened from `first_day` (inclusive) to `next_day` (exclusive).
MATCH (event:Entity)
UNWIND [date('2026-01-01')] AS first_day
UNWIND [date('2026-07-01')] AS next_day
RETURN first_day <= event.date AND event.date < next_day AS happened
