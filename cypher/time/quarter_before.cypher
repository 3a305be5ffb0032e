// name: time.quarter_before
// mode: value
// given: number
// parameters: as_of
// columns: first_day
//
// The first day of the quarter that lies the given number of quarters before the quarter of `asOf`; 1 is the last
// complete one.
UNWIND [1] AS number
RETURN date.truncate('quarter', $as_of) - duration({months: 3 * (number)}) AS first_day
