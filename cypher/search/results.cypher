// name: search.results
// mode: relation
// given: found
// parameters: types
// columns: node, match, rank, length
// order: rank, length, node.id
//
// The results of these types out of those already found, the best match first: by rank, then the shortest name.
UNWIND [[]] AS found
UNWIND found AS match
WITH match.node AS node, match, match.rank AS rank, size(nodes.name(match.node)) AS length
WHERE any(label IN labels(node) WHERE label IN $types AND NOT (label = 'Person' AND node:Leader))
RETURN node, match, rank, length
