// name: appointments.crossing_until
// mode: value
// given: compound, person, channel, crossing
// parameters: as_of
// columns: ended_on
// history: branch_service, branch_seat, other_seat, other_service
//
// The date on which a cross-appointment ends, null if no end is recorded: the end of the pairs of positions with its
// channel that follow each other without a gap, from the day on which it was found.
MATCH (compound:Compound), (person:Person)
UNWIND ['BRANCH_TO_OWNERS_COMMITTEE'] AS channel
UNWIND [{}] AS crossing
RETURN head([ended_on IN [reduce(reached = coalesce(crossing.moment, $as_of), pair IN COLLECT {
  MATCH (compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person)
  WHERE appointments.counts(branch_seat, branch)
  MATCH (person)-[other_seat:HOLDS]->(other:OwnersCommittee|PropertyCompany)-[other_service:SERVES]->(compound)
  WHERE appointments.counts(other_seat, other)
  WITH branch_seat, other, other_seat, [branch_service, branch_seat, other_seat, other_service] AS parts,
    appointments.seats(person) AS seats
  WITH other, parts, appointments.first_seat(branch_seat, seats) AS branch_first,
    appointments.first_seat(other_seat, seats) AS other_first
  WHERE appointments.channel(branch_first, other_first, other) = channel
  WITH reduce(latest = date('0001-01-01'), part IN parts | CASE
    WHEN part.since > latest THEN part.since ELSE latest END) AS since,
    reduce(earliest = date('9999-12-31'), part IN parts | CASE
    WHEN part.until < earliest THEN part.until ELSE earliest END) AS until
  WHERE since < until
  RETURN {since: since, until: until} AS pair ORDER BY since
} | CASE WHEN pair.since <= reached AND reached < pair.until THEN pair.until ELSE reached END)]
WHERE ended_on < date('9999-12-31')]) AS ended_on
