// name: time.reached
// mode: value
// given: day
// parameters: as_of
// columns: reached
//
// Whether a day on record, such as that of a settlement, has come by the day; false where none is on record.
UNWIND [date('2026-01-01')] AS day
RETURN coalesce(day <= $as_of, false) AS reached
