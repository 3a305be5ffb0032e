// name: conferences.document_meeting
// mode: relation
// given: document
// columns: meeting
// order: meeting.id
//
// The meeting that adopted the document.
MATCH (document:Document)<-[:ADOPTED]-(meeting:Meeting)
WHERE time.happened(meeting)
RETURN meeting
