// name: time.overlaps
// mode: value
// given: relation, first_day, next_day
// parameters: as_of
// columns: overlaps
//
// Whether a relation holds on a day from `first_day` (inclusive) to `next_day` (exclusive), up to `asOf`. A relation
// that ends before it starts never holds.
MATCH ()-[relation]->()
UNWIND [date('2026-01-01')] AS first_day
UNWIND [date('2026-07-01')] AS next_day
RETURN relation.since < next_day AND relation.since <= $as_of AND first_day <= $as_of
  AND coalesce(first_day < relation.until AND relation.since < relation.until, true) AS overlaps
