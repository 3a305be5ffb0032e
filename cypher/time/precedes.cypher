// name: time.precedes
// mode: value
// given: other, relation
// columns: precedes
//
// Whether a dated relation started before another; if both started on the same day, whether its ID is smaller.
MATCH ()-[other]->(), ()-[relation]->()
RETURN [other.since, other.id] < [relation.since, relation.id] AS precedes
