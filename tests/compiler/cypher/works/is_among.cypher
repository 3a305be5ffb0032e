// name: works.is_among
// mode: value
// given: work
// parameters: value
// columns: matches
//
// Whether the ID is among the IDs.
MATCH (work:Work)
RETURN work.id IN $value AS matches
