// name: sums.year
// mode: value
// given: day
// columns: year
//
// The calendar year of a date.
UNWIND [date()] AS day
RETURN day.year AS year
