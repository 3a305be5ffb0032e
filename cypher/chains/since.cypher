// name: chains.since
// mode: value
// given: link
// columns: since
//
// The date the relation starts (inclusive). Null for relations without dates.
MATCH (:Entity)-[link]-(:Entity)
RETURN toString(link.since) AS since
