// Given `compound` and `$on`: a row for each two seats that cross there, of which the first of a person and channel counts.
MATCH (compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person:Person)
WHERE branch_service.since <= $on AND (branch_service.until IS NULL OR $on < branch_service.until)
  AND branch_seat.since <= $on AND (branch_seat.until IS NULL OR $on < branch_seat.until)
  AND branch_seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
MATCH (person)-[seat:HOLDS]->(other:OwnersCommittee|PropertyCompany)-[service:SERVES]->(compound)
WHERE seat.since <= $on AND (seat.until IS NULL OR $on < seat.until)
  AND service.since <= $on AND (service.until IS NULL OR $on < service.until)
  AND (other:OwnersCommittee OR seat.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD'])
// A seat that overlaps an earlier one of the person in the same body, or begins as that ends, continues it.
WITH *, CASE WHEN COUNT { (person)-[:HOLDS]->() } <= 2 THEN [] ELSE COLLECT {
    MATCH (person)-[held:HOLDS]->(body:Branch|OwnersCommittee|PropertyCompany)
    WHERE (NOT body:Branch OR held.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER'])
      AND (NOT body:PropertyCompany OR held.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD'])
      AND (held.until IS NULL OR held.since < held.until)
    RETURN held ORDER BY held.since DESC, held.id DESC
  } END AS seats
WITH *, reduce(first = branch_seat, held IN seats | CASE
    WHEN endNode(held) = branch AND [held.since, held.id] < [first.since, first.id]
      AND (held.until IS NULL OR first.since <= held.until) THEN held
    ELSE first
  END) AS branch_first,
  reduce(first = seat, held IN seats | CASE
    WHEN endNode(held) = other AND [held.since, held.id] < [first.since, first.id]
      AND (held.until IS NULL OR first.since <= held.until) THEN held
    ELSE first
  END) AS other_first
WITH *, CASE
    WHEN other:PropertyCompany AND other_first.role = 'QUALITY_SUPERVISOR' THEN 'BRANCH_TO_PROPERTY_SUPERVISOR'
    WHEN other:PropertyCompany THEN 'PROPERTY_TO_BRANCH'
    WHEN other_first.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN other_first.channel
    WHEN branch_first.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN branch_first.channel
    WHEN branch_first.since <= other_first.since THEN 'BRANCH_TO_OWNERS_COMMITTEE'
    ELSE 'OWNERS_COMMITTEE_TO_BRANCH'
  END AS channel,
  CASE WHEN branch_first.since < other_first.since THEN other_first.since ELSE branch_first.since END AS since
WITH *, other:OwnersCommittee AND EXISTS {
    MATCH (person)-[held:HOLDS]->(branch)
    WHERE held.role = 'SECRETARY' AND held.since <= $on AND (held.until IS NULL OR $on < held.until)
  } AND EXISTS {
    MATCH (person)-[held:HOLDS]->(other)
    WHERE held.role = 'DIRECTOR' AND held.since <= $on AND (held.until IS NULL OR $on < held.until)
  } AS heads
ORDER BY since, branch_first.id, other_first.id, branch_seat.since, branch_seat.id, seat.since, seat.id
