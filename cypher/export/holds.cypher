// name: export.holds
// mode: value
// given: relation
// parameters: every
// columns: holds
//
// Whether a relation holds on `asOf`, or `every` relation is exported. A synergy body's part in settling an issue
// shows from the date of the settlement on.
MATCH ()-[relation]->()
RETURN $every OR (time.holds(relation) AND (
  type(relation) <> 'SETTLED' OR NOT 'Issue' IN labels(endNode(relation)) OR time.reached(endNode(relation).resolved_on)
)) AS holds
