// name: search.folded
// mode: value
// given: text
// columns: folded
//
// The text in the form used for comparison: Unicode compatibility form (so that full-width letters, ideographic spaces
// and composed accents don't matter), in upper case.
UNWIND ['Ａ座'] AS text
RETURN toUpper(normalize(text, NFKD)) AS folded
