// name: time.quarter_before
// mode: value
// given: number
// parameters: as_of
// columns: first_day
//
// The first day of the quarter so many quarters before the one that the day lies in: 1 is the last complete one.
UNWIND [1] AS number
RETURN date.truncate('quarter', $as_of) - duration({months: 3 * (number)}) AS first_day
