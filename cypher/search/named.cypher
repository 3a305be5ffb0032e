// name: search.named
// mode: relation
// parameters: query, text
// columns: node, score
// order: score DESC, node.id
//
// The things within a place that have the text in their name, the best match first: the full-text query narrows, the
// comparison decides.
CALL db.index.fulltext.queryNodes('names', $query) YIELD node AS node, score AS score
WHERE toLower(node.name) CONTAINS toLower($text) AND search.lies_within(node) AND search.exists(node)
RETURN node, score
