// name: appointments.crossings_on
// mode: value
// given: compound, moment
// columns: crossings
//
// The cross-appointments of the compound on a date of their own, as `appointments.crossings` finds those of `asOf`. (That
// has its own text, so that statements that need no other date are as short as they can be; a test compares the two.)
MATCH (compound:Compound)
UNWIND [date('2024-01-01')] AS moment
RETURN reduce(crossings = [], pair IN COLLECT {
  MATCH (compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person:Person)
  WHERE time.held_on(branch_service, moment) AND time.held_on(branch_seat, moment)
    AND branch_seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
  MATCH (person)-[other_seat:HOLDS]->(other:OwnersCommittee|PropertyCompany)-[other_service:SERVES]->(compound)
  WHERE time.held_on(other_seat, moment) AND time.held_on(other_service, moment)
    AND (other:OwnersCommittee OR other_seat.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD'])
  WITH person, branch, branch_seat, other, other_seat, appointments.seats(person) AS seats
  WITH person, branch, branch_seat, other, other_seat, seats,
    appointments.first_seat(branch_seat, seats) AS branch_first, appointments.first_seat(other_seat, seats) AS other_first
  WITH person, branch, branch_seat, other, other_seat, seats, branch_first, other_first,
    CASE WHEN branch_first.since < other_first.since THEN other_first.since ELSE branch_first.since END AS since
  RETURN {
    person: person, channel: appointments.channel(branch_first, other_first, other), since: since,
    branch: branch, branch_seat: branch_seat, other: other, other_seat: other_seat,
    concurrent_head: appointments.heads_both([branch_seat, other_seat] + seats, branch, other, moment)
  } AS pair
  ORDER BY since, branch_first.id, other_first.id, branch_seat.since, branch_seat.id, other_seat.since, other_seat.id
} | CASE
  WHEN any(crossing IN crossings WHERE crossing.person = pair.person AND crossing.channel = pair.channel) THEN crossings
  ELSE crossings + [pair]
END) AS crossings
