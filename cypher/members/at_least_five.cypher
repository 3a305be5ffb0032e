// name: members.at_least_five
// mode: value
// given: number
// columns: shown
//
// The published value of one part of a total that is published exactly: null below five, so that 0 looks like 1 to 4,
// otherwise the number rounded down to a multiple of five. What the parts hide then can't be attributed to any one of
// them.
UNWIND [7] AS number
RETURN head([people IN [number] | CASE WHEN people >= 5 THEN people - people % 5 END]) AS shown
