// name: analysis.shared
// mode: relation
// given: cluster
// columns: person, involvement
// order: involvement.body_count DESC, person.id
//
// The persons who belong to two or more organizations of the cluster.
UNWIND [{shared: []}] AS cluster
UNWIND cluster.shared AS involvement
MATCH (person:Person&Entity {id: involvement.person})
RETURN person, involvement
