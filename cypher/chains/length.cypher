// name: chains.length
// mode: value
// given: path
// columns: length
//
// How many relations the chain has.
MATCH path = (:Entity)-[*1..2]-(:Entity)
RETURN length(path) AS length
