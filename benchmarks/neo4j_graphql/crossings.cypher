// Given `compound` and `$on`: a row for each two seats that cross there, of which the first of a person and channel counts.
MATCH (compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person:Person)
WHERE branch_service.since <= $on AND (branch_service.until IS NULL OR $on < branch_service.until)
  AND branch_seat.since <= $on AND (branch_seat.until IS NULL OR $on < branch_seat.until)
  AND branch_seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
MATCH (person)-[seat:HOLDS]->(other:OwnersCommittee|PropertyCompany)-[service:SERVES]->(compound)
WHERE seat.since <= $on AND (seat.until IS NULL OR $on < seat.until)
  AND service.since <= $on AND (service.until IS NULL OR $on < service.until)
WITH *, CASE
    WHEN other:PropertyCompany AND seat.role = 'QUALITY_SUPERVISOR' THEN 'BRANCH_TO_PROPERTY_SUPERVISOR'
    WHEN other:PropertyCompany AND seat.role = 'PARTY_HEAD' THEN 'PROPERTY_TO_BRANCH'
    WHEN other:PropertyCompany THEN null
    WHEN seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN seat.channel
    WHEN branch_seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN branch_seat.channel
    WHEN branch_seat.since <= seat.since THEN 'BRANCH_TO_OWNERS_COMMITTEE'
    ELSE 'OWNERS_COMMITTEE_TO_BRANCH'
  END AS channel,
  CASE WHEN branch_seat.since < seat.since THEN seat.since ELSE branch_seat.since END AS since
WHERE channel IS NOT NULL
WITH *, other:OwnersCommittee AND EXISTS {
    MATCH (person)-[held:HOLDS]->(branch)
    WHERE held.role = 'SECRETARY' AND held.since <= $on AND (held.until IS NULL OR $on < held.until)
  } AND EXISTS {
    MATCH (person)-[held:HOLDS]->(other)
    WHERE held.role = 'DIRECTOR' AND held.since <= $on AND (held.until IS NULL OR $on < held.until)
  } AS heads
ORDER BY since, branch_seat.id, seat.id
