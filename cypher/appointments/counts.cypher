// name: appointments.counts
// mode: value
// given: seat, body
// columns: counts
//
// Whether a seat in a body counts for cross-appointments: one in the committee of a branch, any in an owners' committee, and
// that of quality supervisor or Party head in a property company.
MATCH (:Person)-[seat:HOLDS]->(body:Organization)
RETURN CASE
  WHEN body:Branch THEN seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
  WHEN body:PropertyCompany THEN seat.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD']
  ELSE body:OwnersCommittee
END AS counts
