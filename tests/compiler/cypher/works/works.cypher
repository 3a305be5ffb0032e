// name: works.works
// mode: relation
// columns: work
// order: work.title, work.id
//
// All works.
MATCH (work:Work)
RETURN work
