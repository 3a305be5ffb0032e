// name: authors.of_work
// mode: relation
// given: work
// columns: author
// order: author.name
//
// The authors of the work.
MATCH (work:Work)<-[:WROTE]-(author:Author)
RETURN author
