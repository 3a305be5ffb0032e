// name: appointments.channel
// mode: value
// given: branch_seat, other_seat, other
// columns: channel
//
// The channel of a cross-appointment. With a property company, the position there decides (quality supervisor or Party
// head). Between branch and owners' committee it is the recorded channel, else the direction from the earlier
// appointment to the later (from the branch, if both started on the same day).
MATCH (person:Person)-[branch_seat:HOLDS]->(branch:Branch), (person)-[other_seat:HOLDS]->(other:Organization)
RETURN CASE
  WHEN other:PropertyCompany AND other_seat.role = 'QUALITY_SUPERVISOR' THEN 'BRANCH_TO_PROPERTY_SUPERVISOR'
  WHEN other:PropertyCompany THEN 'PROPERTY_TO_BRANCH'
  WHEN other_seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN other_seat.channel
  WHEN branch_seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN branch_seat.channel
  WHEN branch_seat.since <= other_seat.since THEN 'BRANCH_TO_OWNERS_COMMITTEE'
  ELSE 'OWNERS_COMMITTEE_TO_BRANCH'
END AS channel
