// name: conferences.documents
// mode: relation
// given: meeting
// columns: document
// order: document.id
//
// The documents that the meeting adopted.
MATCH (meeting:Meeting)-[:ADOPTED]->(document:Document)
RETURN document
