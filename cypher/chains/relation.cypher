// name: chains.relation
// mode: value
// given: link
// columns: relation
//
// The type of the relation.
MATCH (:Entity)-[link]-(:Entity)
RETURN type(link) AS relation
