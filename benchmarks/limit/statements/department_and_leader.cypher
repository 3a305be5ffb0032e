// A department and a leader, each with the community it is paired with, written by hand.
MATCH (department:Department {code: $department})
MATCH (leader:Leader {code: $leader})
RETURN department {
  .name, .kind,
  id: 'Department:' + department.id,
  supervisor: head(COLLECT {
    MATCH (department)<-[supervision:SUPERVISES]-(supervisor:Leader)
    WHERE supervision.since <= $as_of AND (supervision.until IS NULL OR $as_of < supervision.until)
    RETURN supervisor { .code, .name } ORDER BY supervision.since, supervisor.code LIMIT 1
  }),
  pairing: head(COLLECT {
    MATCH (department)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
    WITH pairing, community ORDER BY pairing.since, pairing.id LIMIT 1
    RETURN {
      since: toString(pairing.since),
      until: toString(pairing.until),
      distanceMetres: point.distance(department.location, community.location),
      aligned: head(COLLECT {
        MATCH (department)<-[supervision:SUPERVISES]-(supervisor:Leader)
        WHERE supervision.since <= $as_of AND (supervision.until IS NULL OR $as_of < supervision.until)
        WITH supervision, supervisor ORDER BY supervision.since, supervisor.code LIMIT 1
        RETURN EXISTS {
          MATCH (supervisor)-[other:PAIRED_WITH]->(community)
          WHERE other.since <= $as_of AND (other.until IS NULL OR $as_of < other.until)
        }
      }),
      community: community {
        .code, .name,
        synergyBody: head(COLLECT {
          MATCH (community)<-[service:SERVES]-(body:SynergyBody)
          WHERE service.since <= $as_of AND (service.until IS NULL OR $as_of < service.until)
          WITH body, service ORDER BY service.since, body.id LIMIT 1
          RETURN body {
            .name, .functions,
            members: {
              totalCount: COUNT {
                MATCH (body)<-[membership:MEMBER_OF]-(:Organization)
                WHERE membership.since <= $as_of AND (membership.until IS NULL OR $as_of < membership.until)
              },
              nodes: COLLECT {
                MATCH (body)<-[membership:MEMBER_OF]-(unit:Organization)
                WHERE membership.since <= $as_of AND (membership.until IS NULL OR $as_of < membership.until)
                WITH unit, membership ORDER BY unit.id, membership.id LIMIT 10
                RETURN unit { .name, __typename: head([label IN labels(unit) WHERE NOT label IN ['Entity', 'Organization']]) }
              }
            },
            deedCount: COUNT { MATCH (body)-[:DID]->(deed:Deed) WHERE deed.date <= $as_of },
            contributedCny: reduce(total = 0.0, value IN COLLECT {
              MATCH (body)<-[:TO]-(contribution:Contribution) WHERE contribution.date <= $as_of
              RETURN contribution.value_cny
            } | total + value)
          }
        })
      }
    }
  }),
  evaluations: {nodes: COLLECT {
    MATCH (department)<-[:OF]-(evaluation:Evaluation)<-[:SCORED]-(round:EvaluationRound)
    WHERE round.date <= $as_of
    WITH evaluation, round, coalesce(round.closed_on <= $as_of, false) AS closed,
      evaluation.member_raters + evaluation.resident_raters AS raters
    ORDER BY round.date DESC, evaluation.id LIMIT 5
    RETURN {
      year: round.year,
      raterCount: CASE WHEN closed THEN raters ELSE 0 END,
      score: CASE WHEN closed AND raters >= 5 THEN toFloat(reduce(total = 0, points IN COLLECT {
        MATCH (evaluation)-[marking:MARKED_ON]->(:Criterion)
        RETURN marking.member_points + marking.resident_points
      } | total + points)) / raters END
    }
  }}
} AS department,
leader {
  .name, .title,
  id: 'Leader:' + leader.id,
  pairing: head(COLLECT {
    MATCH (leader)-[pairing:PAIRED_WITH]->(community:Community)
    WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
    WITH pairing, community ORDER BY pairing.since, pairing.id LIMIT 1
    RETURN {
      since: toString(pairing.since),
      community: community { .name },
      visits: {
        totalCount: COUNT {
          MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
          WHERE visit.date <= $as_of AND pairing.since <= visit.date
            AND (pairing.until IS NULL OR visit.date < pairing.until)
        },
        nodes: COLLECT {
          MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
          WHERE visit.date <= $as_of AND pairing.since <= visit.date
            AND (pairing.until IS NULL OR visit.date < pairing.until)
          WITH visit ORDER BY visit.date DESC, visit.id LIMIT 10
          RETURN visit { .tasks, date: toString(visit.date) }
        }
      }
    }
  }),
  supervises: {
    totalCount: COUNT {
      MATCH (leader)-[supervision:SUPERVISES]->(:Department)
      WHERE supervision.since <= $as_of AND (supervision.until IS NULL OR $as_of < supervision.until)
    },
    nodes: COLLECT {
      MATCH (leader)-[supervision:SUPERVISES]->(other:Department)
      WHERE supervision.since <= $as_of AND (supervision.until IS NULL OR $as_of < supervision.until)
      WITH other ORDER BY other.code LIMIT 10
      RETURN other { .code, .name }
    }
  }
} AS leader
