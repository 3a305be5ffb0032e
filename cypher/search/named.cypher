// name: search.named
// mode: relation
// parameters: text
// columns: node, score
// order: score DESC, node.id
//
// The things within a place whose name the full-text query finds, the best match first.
CALL db.index.fulltext.queryNodes('names', $text) YIELD node AS node, score AS score
WHERE search.lies_within(node) AND search.exists(node)
RETURN node, score
