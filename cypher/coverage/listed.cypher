// name: coverage.listed
// mode: value
// given: words
// columns: text
//
// The words in one text, separated by commas.
UNWIND [['no branch', 'no property company']] AS words
RETURN reduce(text = head(words), word IN tail(words) | text + ', ' + word) AS text
