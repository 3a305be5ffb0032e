// The cross-appointments within a place, written by hand: found once, then listed, filtered and counted.
WITH COLLECT {
  MATCH (compound:Compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person:Person)
  WHERE compound.code STARTS WITH $within
    AND branch_service.since <= $as_of AND (branch_service.until IS NULL OR $as_of < branch_service.until)
    AND branch_seat.since <= $as_of AND (branch_seat.until IS NULL OR $as_of < branch_seat.until)
    AND branch_seat.role IN ['SECRETARY', 'DEPUTY_SECRETARY', 'COMMITTEE_MEMBER']
  MATCH (person)-[seat:HOLDS]->(other:OwnersCommittee|PropertyCompany)-[service:SERVES]->(compound)
  WHERE seat.since <= $as_of AND (seat.until IS NULL OR $as_of < seat.until)
    AND service.since <= $as_of AND (service.until IS NULL OR $as_of < service.until)
    AND (other:OwnersCommittee OR seat.role IN ['QUALITY_SUPERVISOR', 'PARTY_HEAD'])
  // A seat that follows another in the same body, as after a promotion, continues it.
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
    END) AS first_branch_seat,
    reduce(first = seat, held IN seats | CASE
      WHEN endNode(held) = other AND [held.since, held.id] < [first.since, first.id]
        AND (held.until IS NULL OR first.since <= held.until) THEN held
      ELSE first
    END) AS first_seat
  WITH *, CASE
      WHEN other:PropertyCompany AND first_seat.role = 'QUALITY_SUPERVISOR' THEN 'BRANCH_TO_PROPERTY_SUPERVISOR'
      WHEN other:PropertyCompany AND first_seat.role = 'PARTY_HEAD' THEN 'PROPERTY_TO_BRANCH'
      WHEN other:PropertyCompany THEN null
      WHEN first_seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN first_seat.channel
      WHEN first_branch_seat.channel IN ['BRANCH_TO_OWNERS_COMMITTEE', 'OWNERS_COMMITTEE_TO_BRANCH'] THEN first_branch_seat.channel
      WHEN first_branch_seat.since <= first_seat.since THEN 'BRANCH_TO_OWNERS_COMMITTEE'
      ELSE 'OWNERS_COMMITTEE_TO_BRANCH'
    END AS channel,
    CASE WHEN first_branch_seat.since < first_seat.since THEN first_seat.since ELSE first_branch_seat.since END AS since
  WHERE channel IS NOT NULL
  WITH * ORDER BY since, first_branch_seat.id, first_seat.id, branch_seat.since, branch_seat.id, seat.since, seat.id
  WITH compound, person, channel, head(collect({
    since: since, branch: branch, branch_seat: branch_seat, other: other, seat: seat,
    heads: other:OwnersCommittee AND EXISTS {
      MATCH (person)-[held:HOLDS]->(branch)
      WHERE held.role = 'SECRETARY' AND held.since <= $as_of AND (held.until IS NULL OR $as_of < held.until)
    } AND EXISTS {
      MATCH (person)-[held:HOLDS]->(other)
      WHERE held.role = 'DIRECTOR' AND held.since <= $as_of AND (held.until IS NULL OR $as_of < held.until)
    }
  })) AS pair
  ORDER BY compound.code, person.id, channel
  RETURN pair { .*, compound: compound, person: person, channel: channel }
} AS crossings
WITH crossings, [crossing IN crossings WHERE crossing.heads] AS headed
RETURN {
  totalCount: size(crossings),
  pageInfo: {hasNextPage: size(crossings) > 50},
  nodes: COLLECT {
    UNWIND crossings[..50] AS crossing
    WITH crossing, crossing.compound AS compound, crossing.person AS person,
      crossing.seat AS seat, crossing.branch_seat AS branch_seat, crossing.other AS other, crossing.branch AS branch
    RETURN {
      id: 'CrossAppointment:' + compound.code + '|' + person.id + '|' + crossing.channel,
      channel: crossing.channel,
      concurrentHead: crossing.heads,
      since: toString(crossing.since),
      person: person { .name, id: 'Person:' + person.id },
      compound: compound {
        .code, .name,
        community: head(COLLECT { MATCH (compound)-[:PART_OF]->(community:Community) RETURN community { .code, .name } })
      },
      appointments: [
        branch_seat {
          .role, since: toString(branch_seat.since), until: toString(branch_seat.until),
          organization: branch { .name, __typename: 'Branch', id: 'Branch:' + branch.id }
        },
        seat {
          .role, since: toString(seat.since), until: toString(seat.until),
          organization: CASE WHEN other:OwnersCommittee
            THEN other { .name, __typename: 'OwnersCommittee', id: 'OwnersCommittee:' + other.id }
            ELSE other { .name, __typename: 'PropertyCompany', id: 'PropertyCompany:' + other.id }
          END
        }
      ]
    }
  }
} AS all,
{
  totalCount: size(headed),
  nodes: COLLECT {
    UNWIND headed[..50] AS crossing
    WITH crossing.compound AS compound, crossing.person AS person
    RETURN {
      person: person { .name },
      compound: compound {
        .name,
        branch: head(COLLECT {
          MATCH (compound)<-[service:SERVES]-(branch:Branch)
          WHERE service.since <= $as_of AND (service.until IS NULL OR $as_of < service.until)
          WITH branch ORDER BY service.since, branch.id LIMIT 1
          RETURN branch {
            .name,
            foundedOn: head(COLLECT {
              MATCH (branch)-[founding:FOUNDED_ON]->(body:OwnersCommittee|PropertyCompany)
              WHERE founding.since <= $as_of AND (founding.until IS NULL OR $as_of < founding.until)
              WITH body ORDER BY founding.since, body.id LIMIT 1
              RETURN body { .name, __typename: CASE WHEN body:OwnersCommittee THEN 'OwnersCommittee' ELSE 'PropertyCompany' END }
            })
          }
        })
      }
    }
  }
} AS heads,
{
  totalCount: size([crossing IN crossings WHERE crossing.channel = 'BRANCH_TO_OWNERS_COMMITTEE'])
} AS intoOwnersCommittee
