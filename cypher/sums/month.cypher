// name: sums.month
// mode: value
// given: day
// columns: first_day
//
// The first day of the month of a date.
UNWIND [date()] AS day
RETURN date.truncate('month', day) AS first_day
