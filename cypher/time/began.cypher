// name: time.began
// mode: value
// given: relation
// parameters: as_of
// columns: began
//
// Whether a relation has started by `asOf`, even if it has ended since.
MATCH ()-[relation]->()
RETURN coalesce(relation.since <= $as_of, true) AS began
