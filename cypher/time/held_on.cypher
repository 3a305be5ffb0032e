// name: time.held_on
// mode: value
// given: relation, moment
// columns: held
//
// Whether a relation holds on a date of its own, independent of `asOf`.
MATCH ()-[relation]->()
UNWIND [date('2024-01-01')] AS moment
RETURN coalesce(relation.since <= moment, true) AND coalesce(moment < relation.until, true) AS held
