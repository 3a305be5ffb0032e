// name: appointments.is_spoken_for_by_one
// mode: value
// given: compound
// parameters: value
// columns: by_one
//
// Whether one person is cross-appointed both between branch and owners' committee and between branch and property
// company of the compound, compared with the given value.
MATCH (compound:Compound)
RETURN EXISTS {
  WITH appointments.crossings(compound) AS crossings
  UNWIND crossings AS crossing
  WITH crossings, crossing
  WHERE crossing.other:OwnersCommittee
    AND any(also IN crossings WHERE also.person = crossing.person AND also.other:PropertyCompany)
  RETURN crossing
} = $value AS by_one
