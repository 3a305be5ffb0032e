// name: chains.length
// mode: value
// given: path
// columns: length
//
// The number of relations on the path.
MATCH path = (:Entity)-[*1..2]-(:Entity)
RETURN length(path) AS length
