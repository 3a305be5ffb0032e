// name: time.holds
// mode: value
// given: relation
// parameters: as_of
// columns: holds
//
// A relation holds on the day: from `since` on, until the day before `until`; what has no dates always holds.
MATCH ()-[relation]->()
RETURN coalesce(relation.since <= $as_of, true) AND coalesce($as_of < relation.until, true) AS holds
