// name: members.observed
// mode: value
// given: number, whole
// columns: observed
//
// The text "n of m"; without numbers if m is less than five.
UNWIND [1, 2] AS number
UNWIND [2, 3] AS whole
RETURN CASE WHEN whole < 5 THEN 'withheld: fewer than 5' ELSE toString(number) + ' of ' + toString(whole) END AS observed
