// name: time.reached
// mode: value
// given: day
// parameters: as_of
// columns: reached
//
// Whether a recorded date, such as that of a settlement, has come by `asOf`. False if no date is recorded.
UNWIND [date('2026-01-01')] AS day
RETURN coalesce(day <= $as_of, false) AS reached
