// name: coverage.quantity
// mode: value
// given: number, one, many
// columns: quantity
//
// A number with its noun, singular or plural: 1 department, 2 departments.
UNWIND [1, 2] AS number
UNWIND ['department'] AS one
UNWIND ['departments'] AS many
RETURN toString(number) + ' ' + CASE number WHEN 1 THEN one ELSE many END AS quantity
