// name: works.initial
// mode: value
// given: work
// columns: initial
//
// The first letter of the title.
MATCH (work:Work)
RETURN left(work.title, 1) AS initial
