// name: time.held_on
// mode: value
// given: relation, moment
// columns: held
//
// Whether a relation held on a day of its own, whatever day is asked about.
MATCH ()-[relation]->()
UNWIND [date('2024-01-01')] AS moment
RETURN coalesce(relation.since <= moment, true) AND coalesce(moment < relation.until, true) AS held
