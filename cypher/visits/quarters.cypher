// name: visits.quarters
// mode: relation
// given: pairing
// columns: quarter
// order: quarter.number
//
// The complete quarters of the pairing out of the last hundred, newest first.
MATCH (:Leader)-[pairing:PAIRED_WITH]->(:Community)
UNWIND [number IN range(1, 100) | {
  number: number, first_day: time.quarter_before(number), next_day: time.quarter_before(number - 1)
}] AS quarter
WITH quarter, pairing.since <= quarter.first_day AND coalesce(quarter.next_day <= pairing.until, true) AS within
WHERE within
RETURN quarter
