// name: search.found
// mode: value
// parameters: query, exact, beginnings, within
// columns: found
//
// What a text finds within a place by the spellings of names and codes, each with its best spelling and the rank of that,
// 0 if the text is the whole name or code. The full-text index returns the best 10,000: a text of one letter may be in more.
RETURN COLLECT {
  CALL db.index.fulltext.queryNodes(
    'spellings',
    CASE WHEN $within = '' THEN $query ELSE '+id:' + left($within, 6) + '* +(' + $query + ')' END,
    {limit: 10000}
  ) YIELD node AS named
  WITH named,
    head([each IN named.spellings WHERE any(beginning IN $beginnings WHERE each STARTS WITH beginning)]) AS spelling
  WHERE spelling IS NOT NULL AND search.lies_within(named) AND search.exists(named)
  RETURN {
    node: named,
    spelling: spelling,
    beginning: head([beginning IN $beginnings WHERE spelling STARTS WITH beginning]),
    rank: CASE WHEN spelling IN $exact THEN 0 ELSE toInteger(left(spelling, 1)) END
  }
} AS found
