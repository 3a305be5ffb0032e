// name: time.precedes
// mode: value
// given: other, relation
// columns: precedes
//
// Whether a dated relation began before another; of those that began on one day, the one with the smaller id.
MATCH ()-[other]->(), ()-[relation]->()
RETURN [other.since, other.id] < [relation.since, relation.id] AS precedes
