// name: time.holds
// mode: value
// given: relation
// parameters: as_of
// columns: holds
//
// Whether a relation holds on `asOf`: from `since` (inclusive) until `until` (exclusive). A relation without dates
// always holds.
MATCH ()-[relation]->()
RETURN coalesce(relation.since <= $as_of, true) AND coalesce($as_of < relation.until, true) AS holds
