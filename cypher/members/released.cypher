// name: members.released
// mode: value
// given: number
// columns: shown
//
// What is shown of a number of people that is personal: nothing where it is 1 to 4, else the number rounded down to a
// multiple of five. So no sum or difference of what is shown is ever 1 to 4.
UNWIND [7] AS number
RETURN head([people IN [number] | CASE WHEN people = 0 OR people >= 5 THEN people - people % 5 END]) AS shown
