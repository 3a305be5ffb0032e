// name: conferences.document_exists
// mode: value
// given: document
// columns: exists
//
// Whether the document has been adopted by `asOf`.
MATCH (document:Document)
RETURN EXISTS {
  MATCH (document)<-[:ADOPTED]-(meeting:Meeting)
  WHERE time.happened(meeting)
} AS exists
