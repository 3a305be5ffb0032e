// name: analysis.clusters
// mode: relation
// parameters: clusters
// columns: cluster
// order: cluster.body_count DESC, cluster.key
//
// Clusters of bodies that share people, handed in as a list of maps.
UNWIND $clusters AS cluster
WITH cluster
RETURN cluster
