// name: coverage.held_before
// mode: value
// given: relation
// parameters: window_from
// columns: held
//
// Whether the relation already held on the first day of the window. False if there is no relation.
MATCH ()-[relation]->()
RETURN relation IS NOT NULL AND coalesce(relation.since <= $window_from, true) AS held
