// name: search.folded
// mode: value
// given: text
// columns: folded
//
// The text as it is compared: in compatibility form (so that full-width letters and ideographic blanks are like others, and
// accents the same however they are written), and in capitals.
UNWIND ['Ａ座'] AS text
RETURN toUpper(normalize(text, NFKD)) AS folded
