// name: appointments.crossings
// mode: value
// given: compound
// columns: crossings
//
// The cross-appointments of the compound: a seat in the committee of its branch, and one in its owners' committee or as
// quality supervisor or Party head of a property company that serves it, both held on the day. One for each person and
// channel; should several pairs of seats make it, the pair that was complete first.
MATCH (compound:Compound)
RETURN reduce(crossings = [], pair IN COLLECT {
  MATCH (compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person:Person)
  WHERE time.holds(branch_service) AND time.holds(branch_seat)
    AND branch_seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
  MATCH (person)-[other_seat:HOLDS]->(other:OwnersCommittee|PropertyCompany)-[other_service:SERVES]->(compound)
  WHERE time.holds(other_seat) AND time.holds(other_service)
  WITH person, branch, branch_seat, other, other_seat,
    appointments.channel(branch_seat, other_seat, other) AS channel,
    CASE WHEN branch_seat.since < other_seat.since THEN other_seat.since ELSE branch_seat.since END AS since
  WHERE channel IS NOT NULL
  RETURN {
    person: person, channel: channel, since: since,
    branch: branch, branch_seat: branch_seat, other: other, other_seat: other_seat,
    concurrent_head: appointments.heads_both(person, branch, other)
  } AS pair
  ORDER BY since, branch_seat.id, other_seat.id
} | CASE
  WHEN any(crossing IN crossings WHERE crossing.person = pair.person AND crossing.channel = pair.channel) THEN crossings
  ELSE crossings + [pair]
END) AS crossings
