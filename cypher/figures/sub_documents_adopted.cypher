// name: figures.sub_documents_adopted
// mode: value
// given: city
// columns: value
//
// The number of sub-documents that the city's conference has adopted.
MATCH (city:City)
RETURN COUNT {
  MATCH (city)<-[service:SERVES]-(:Conference)-[:HELD]->(meeting:Meeting)-[:ADOPTED]->(document:Document)
  WHERE time.began(service) AND time.happened(meeting) AND document.kind = 'SUB_DOCUMENT'
  RETURN DISTINCT document
} AS value
