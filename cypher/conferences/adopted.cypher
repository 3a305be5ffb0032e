// name: conferences.adopted
// mode: relation
// given: conference
// columns: document
// order: document.id
//
// The documents that the conference has adopted at its meetings.
MATCH (conference:Conference)-[:HELD]->(meeting:Meeting)-[:ADOPTED]->(document:Document)
WHERE time.happened(meeting)
RETURN document
