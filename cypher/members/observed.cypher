// name: members.observed
// mode: value
// given: number, whole
// columns: observed
//
// What a rule about members observed: the number, of how many. Withheld if these are fewer than five.
UNWIND [1, 2] AS number
UNWIND [2, 3] AS whole
RETURN CASE WHEN whole < 5 THEN {form: 'withheld'} ELSE {value: number, of: whole} END AS observed
