// name: time.held
// mode: value
// given: relation, day
// columns: held
//
// Whether a relation holds on a given date, which can differ from `asOf`.
MATCH ()-[relation]->()
UNWIND [date()] AS day
RETURN relation.since <= day AND coalesce(day < relation.until, true) AS held
