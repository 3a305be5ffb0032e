// name: authors.author
// mode: relation
// parameters: name
// columns: author
//
// The author with the name.
MATCH (author:Author {name: $name})
RETURN author
