// name: time.held
// mode: value
// given: relation, day
// columns: held
//
// A relation holds on a given day, which need not be the day that is asked about.
MATCH ()-[relation]->()
UNWIND [date()] AS day
RETURN relation.since <= day AND coalesce(day < relation.until, true) AS held
