// name: appointments.counts
// mode: value
// given: seat, body
// columns: counts
//
// Whether a position counts for cross-appointments: a position on a branch committee, any position on an owners'
// committee, or quality supervisor or Party head of a property company.
MATCH (:Person)-[seat:HOLDS]->(body:Organization)
RETURN CASE
  WHEN body:Branch THEN seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
  WHEN body:PropertyCompany THEN seat.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD']
  ELSE body:OwnersCommittee
END AS counts
