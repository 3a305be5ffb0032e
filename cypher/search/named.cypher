// name: search.named
// mode: relation
// parameters: query, text, within
// columns: node, score
// order: score DESC, node.id
//
// The objects within a place whose name contains the text, sorted by the share of the name that the text makes up. The
// full-text query narrows the search if it can, otherwise everything within the city is compared.
UNWIND COLLECT {
  CALL db.index.fulltext.queryNodes('names', CASE WHEN $query = '' THEN '"-"' ELSE $query END) YIELD node AS found
  RETURN found
} + COLLECT {
  UNWIND CASE WHEN $query = '' THEN [left($within, 6)] ELSE [] END AS beginning
  MATCH (found:Entity)
  WHERE found.id STARTS WITH beginning AND (found:Place OR found:Organization OR found:Person OR found:BuildingGroup)
    AND search.folded(found.name) CONTAINS search.folded($text)
  RETURN found
} AS node
WITH node, toFloat(size($text)) / size(node.name) AS score
WHERE search.folded(node.name) CONTAINS search.folded($text) AND search.lies_within(node) AND search.exists(node)
RETURN node, score
