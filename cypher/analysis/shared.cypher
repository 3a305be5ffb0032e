// name: analysis.shared
// mode: relation
// given: cluster
// columns: person, involvement
// order: involvement.body_count DESC, person.id
//
// The persons who are in two of the cluster's bodies or more.
UNWIND [{shared: []}] AS cluster
UNWIND cluster.shared AS involvement
MATCH (person:Person&Entity {id: involvement.person})
RETURN person, involvement
