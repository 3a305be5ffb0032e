// name: works.of_author
// mode: relation
// given: author
// columns: work, writing
// order: writing.since, work.id
//
// The works of the author.
MATCH (author:Author)-[writing:WROTE]->(work:Work)
RETURN work, writing
