// name: works.work
// mode: relation
// parameters: id
// columns: work
//
// The work with the ID.
MATCH (work:Work {id: $id})
RETURN work
