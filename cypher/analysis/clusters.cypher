// name: analysis.clusters
// mode: relation
// parameters: clusters
// columns: cluster
// order: cluster.body_count DESC, cluster.key
//
// The clusters of organizations that share people, passed in as a list of maps.
UNWIND $clusters AS cluster
WITH cluster
RETURN cluster
