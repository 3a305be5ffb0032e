// name: sums.quarter
// mode: value
// given: day
// columns: first_day
//
// The first day of the quarter of a date.
UNWIND [date()] AS day
RETURN date.truncate('quarter', day) AS first_day
