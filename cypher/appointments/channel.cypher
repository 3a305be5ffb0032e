// name: appointments.channel
// mode: value
// given: branch_seat, other_seat, other
// columns: channel
//
// From which party to which a cross-appointment goes: the seat in the company decides (quality supervisor or Party head);
// between branch and owners' committee the recorded channel, else the earlier appointment is the origin (on the same day the branch).
MATCH (person:Person)-[branch_seat:HOLDS]->(branch:Branch), (person)-[other_seat:HOLDS]->(other:Organization)
RETURN CASE
  WHEN other:PropertyCompany AND other_seat.role = 'QUALITY_SUPERVISOR' THEN 'BRANCH_TO_PROPERTY_SUPERVISOR'
  WHEN other:PropertyCompany THEN 'PROPERTY_TO_BRANCH'
  WHEN other_seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN other_seat.channel
  WHEN branch_seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN branch_seat.channel
  WHEN branch_seat.since <= other_seat.since THEN 'BRANCH_TO_OWNERS_COMMITTEE'
  ELSE 'OWNERS_COMMITTEE_TO_BRANCH'
END AS channel
