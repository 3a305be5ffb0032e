// name: time.overlaps
// mode: value
// given: relation, first_day, next_day
// columns: overlaps
//
// Whether a relation holds on a day from `first_day` (inclusive) to `next_day` (exclusive). A relation that ends before
// it starts never holds.
MATCH ()-[relation]->()
UNWIND [date('2026-01-01')] AS first_day
UNWIND [date('2026-07-01')] AS next_day
RETURN first_day < next_day AND relation.since < next_day
  AND coalesce(first_day < relation.until AND relation.since < relation.until, true) AS overlaps
