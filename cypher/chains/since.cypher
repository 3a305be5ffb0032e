// name: chains.since
// mode: value
// given: link
// columns: since
//
// The first day on which the relation holds; null where it has no dates.
MATCH (:Entity)-[link]-(:Entity)
RETURN toString(link.since) AS since
