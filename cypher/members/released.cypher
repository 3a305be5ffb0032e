// name: members.released
// mode: value
// given: number
// columns: shown
//
// The published value of a personal count: null for 1 to 4, otherwise rounded down to a multiple of five. No sum or
// difference of published values is ever 1 to 4.
UNWIND [7] AS number
RETURN head([people IN [number] | CASE WHEN people = 0 OR people >= 5 THEN people - people % 5 END]) AS shown
