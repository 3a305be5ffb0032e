// name: works.has_title
// mode: value
// given: work
// parameters: value
// columns: matches
//
// Whether the title contains the text.
MATCH (work:Work)
RETURN work.title CONTAINS $value AS matches
