// name: members.at_least_five
// mode: value
// given: number
// columns: shown
//
// What is shown of one part of a number that is told exactly: nothing below five, so that 0 looks like 1 to 4, else the
// number rounded down to a multiple of five. What the parts hide can't be shared out among them then.
UNWIND [7] AS number
RETURN head([people IN [number] | CASE WHEN people >= 5 THEN people - people % 5 END]) AS shown
