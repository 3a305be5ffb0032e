// name: appointments.is_spoken_for_by_one
// mode: value
// given: compound
// parameters: value
// columns: by_one
//
// Whether one person speaks for all three parties of the compound (or nobody does, as asked): cross-appointed both between
// the branch and the owners' committee and between the branch and the property company.
MATCH (compound:Compound)
RETURN EXISTS {
  WITH appointments.crossings(compound) AS crossings
  UNWIND crossings AS crossing
  WITH crossings, crossing
  WHERE crossing.other:OwnersCommittee
    AND any(also IN crossings WHERE also.person = crossing.person AND also.other:PropertyCompany)
  RETURN crossing
} = $value AS by_one
