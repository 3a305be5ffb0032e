// name: coverage.held_before
// mode: value
// given: relation
// parameters: window_from
// columns: held
//
// Whether what a rule with a window judges held already on the first day of the window; not where there is none.
MATCH ()-[relation]->()
RETURN relation IS NOT NULL AND coalesce(relation.since <= $window_from, true) AS held
