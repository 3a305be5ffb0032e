// name: time.began
// mode: value
// given: relation
// parameters: as_of
// columns: began
//
// A relation has begun by the day, whether or not it has ended since.
MATCH ()-[relation]->()
RETURN coalesce(relation.since <= $as_of, true) AS began
