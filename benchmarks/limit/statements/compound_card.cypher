// The card of a compound, written by hand. Which seats cross is found as in cross_appointments.cypher.
MATCH (compound:Compound {code: $code})
// An aggregation within the map would be taken for one of the whole row, so the crossings come first.
CALL (compound) {
  MATCH (compound)<-[branch_service:SERVES]-(branch:Branch)<-[branch_seat:HOLDS]-(person:Person)
  WHERE branch_service.since <= $as_of AND (branch_service.until IS NULL OR $as_of < branch_service.until)
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
  WITH person, channel, head(collect(
    other:OwnersCommittee AND EXISTS {
      MATCH (person)-[held:HOLDS]->(branch)
      WHERE held.role = 'SECRETARY' AND held.since <= $as_of AND (held.until IS NULL OR $as_of < held.until)
    } AND EXISTS {
      MATCH (person)-[held:HOLDS]->(other)
      WHERE held.role = 'DIRECTOR' AND held.since <= $as_of AND (held.until IS NULL OR $as_of < held.until)
    }
  )) AS heads
  ORDER BY person.id, channel
  RETURN collect({person: person { .name }, channel: channel, concurrentHead: heads}) AS crossings
}
RETURN compound {
  .code, .name, __typename: 'Compound', level: 'COMPOUND',
  community: head(COLLECT {
    MATCH (compound)-[:PART_OF]->(community:Community)
    RETURN community {
      .code, .name, __typename: 'Community', level: 'COMMUNITY',
      subdistrict: head(COLLECT {
        MATCH (community)-[:PART_OF]->(subdistrict:Subdistrict)
        RETURN subdistrict {
          .code, .name, __typename: 'Subdistrict', level: 'SUBDISTRICT',
          city: head(COLLECT {
            MATCH (subdistrict)-[:PART_OF]->(city:City)
            RETURN city { .code, .name, __typename: 'City', level: 'CITY' }
          })
        }
      })
    }
  }),
  branch: head(COLLECT {
    MATCH (compound)<-[service:SERVES]-(branch:Branch)
    WHERE service.since <= $as_of AND (service.until IS NULL OR $as_of < service.until)
    WITH branch, service ORDER BY service.since, branch.id LIMIT 1
    WITH branch, head(COLLECT {
      MATCH (branch)-[founding:FOUNDED_ON]->(body:Organization)
      WHERE founding.since <= $as_of AND (founding.until IS NULL OR $as_of < founding.until)
      WITH body, founding ORDER BY founding.since, body.id LIMIT 1
      WITH body, CASE WHEN body:OwnersCommittee THEN 'OwnersCommittee' ELSE 'PropertyCompany' END AS type
      RETURN body { .name, __typename: type, id: type + ':' + body.id }
    }) AS founded_on
    RETURN branch {
      .name,
      joint: founded_on IS NOT NULL,
      foundedOn: founded_on,
      appointments: {nodes: COLLECT {
        MATCH (branch)<-[seat:HOLDS]-(person:Person)
        WHERE seat.since <= $as_of AND (seat.until IS NULL OR $as_of < seat.until)
        WITH seat, person ORDER BY seat.id LIMIT 20
        RETURN seat { .role, since: toString(seat.since), person: person { .name, id: 'Person:' + person.id } }
      }}
    }
  }),
  ownersCommittee: head(COLLECT {
    MATCH (compound)<-[service:SERVES]-(committee:OwnersCommittee)
    WHERE service.since <= $as_of AND (service.until IS NULL OR $as_of < service.until)
    WITH committee, service ORDER BY service.since, committee.id LIMIT 1
    RETURN committee {
      .name,
      appointments: {nodes: COLLECT {
        MATCH (committee)<-[seat:HOLDS]-(person:Person)
        WHERE seat.since <= $as_of AND (seat.until IS NULL OR $as_of < seat.until)
        WITH seat, person ORDER BY seat.id LIMIT 20
        RETURN seat { .role, person: person { .name, id: 'Person:' + person.id } }
      }}
    }
  }),
  propertyCompany: head(COLLECT {
    MATCH (compound)<-[service:SERVES]-(company:PropertyCompany)
    WHERE service.since <= $as_of AND (service.until IS NULL OR $as_of < service.until)
    WITH company, service ORDER BY service.since, company.id LIMIT 1
    RETURN company {
      .name,
      compounds: {
        totalCount: COUNT {
          MATCH (company)-[served:SERVES]->(:Compound)
          WHERE served.since <= $as_of AND (served.until IS NULL OR $as_of < served.until)
        },
        nodes: COLLECT {
          MATCH (company)-[served:SERVES]->(other:Compound)
          WHERE served.since <= $as_of AND (served.until IS NULL OR $as_of < served.until)
          WITH other ORDER BY other.code LIMIT 10
          RETURN other { .code }
        }
      }
    }
  }),
  crossAppointments: {totalCount: size(crossings), nodes: crossings[..20]},
  buildingGroups: {nodes: COLLECT {
    MATCH (compound)<-[formation:FORMED_IN]-(building_group:BuildingGroup)
    WHERE formation.since <= $as_of AND (formation.until IS NULL OR $as_of < formation.until)
    WITH building_group ORDER BY building_group.id LIMIT 20
    RETURN building_group {
      .name, .feature,
      leader: head(COLLECT {
        MATCH (building_group)<-[lead:LEADS]-(person:Person)
        WHERE lead.since <= $as_of AND (lead.until IS NULL OR $as_of < lead.until)
        RETURN person { .name } ORDER BY lead.since, person.id LIMIT 1
      }),
      centralHouseholdCount: COUNT {
        MATCH (building_group)<-[hosting:HOSTS]-(:CentralHousehold)
        WHERE hosting.since <= $as_of AND (hosting.until IS NULL OR $as_of < hosting.until)
      },
      buildings: COLLECT {
        MATCH (building_group)-[coverage:COVERS]->(building:Building)
        WHERE coverage.since <= $as_of AND (coverage.until IS NULL OR $as_of < coverage.until)
        WITH building ORDER BY building.code
        RETURN building { .name }
      }
    }
  }},
  conference: head(COLLECT {
    MATCH (compound)<-[service:SERVES]-(conference:Conference)
    WHERE service.since <= $as_of AND (service.until IS NULL OR $as_of < service.until)
    WITH conference, service ORDER BY service.since, conference.id LIMIT 1
    RETURN {
      convenor: head(COLLECT {
        MATCH (conference)<-[seat:HOLDS]-(person:Person)
        WHERE seat.role = 'CONVENOR' AND seat.since <= $as_of AND (seat.until IS NULL OR $as_of < seat.until)
        RETURN person { .name } ORDER BY seat.since, person.id LIMIT 1
      }),
      meetings: {
        totalCount: COUNT { MATCH (conference)-[:HELD]->(meeting:Meeting) WHERE meeting.date <= $as_of },
        nodes: COLLECT {
          MATCH (conference)-[:HELD]->(meeting:Meeting)
          WHERE meeting.date <= $as_of
          WITH meeting ORDER BY meeting.date DESC, meeting.id LIMIT 3
          RETURN meeting { .kind, .decisions, date: toString(meeting.date) }
        }
      }
    }
  })
} AS compound
