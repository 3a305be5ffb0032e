// The pairing board of a city, written by hand: what the product's own statement is measured against.
MATCH (city:City {code: $city})
RETURN city {
  .name,
  subdistricts: {nodes: COLLECT {
    MATCH (city)<-[:PART_OF]-(subdistrict:Subdistrict)
    RETURN subdistrict {
      .code, .name,
      communities: {totalCount: COUNT { (subdistrict)<-[:PART_OF]-(:Community) }, nodes: COLLECT {
        MATCH (subdistrict)<-[:PART_OF]-(community:Community)
        RETURN community {
          .code, .name,
          departments: {totalCount: COUNT {
            MATCH (community)<-[pairing:PAIRED_WITH]-(:Department)
            WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
          }, edges: COLLECT {
            MATCH (community)<-[pairing:PAIRED_WITH]-(department:Department)
            WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
            RETURN {
              since: toString(pairing.since),
              distanceMetres: point.distance(department.location, community.location),
              aligned: head(COLLECT {
                MATCH (department)<-[supervision:SUPERVISES]-(supervisor:Leader)
                WHERE supervision.since <= $as_of AND (supervision.until IS NULL OR $as_of < supervision.until)
                RETURN EXISTS {
                  MATCH (supervisor)-[other:PAIRED_WITH]->(community)
                  WHERE other.since <= $as_of AND (other.until IS NULL OR $as_of < other.until)
                }
              }),
              node: department {
                .code, .name, .kind,
                supervisor: head(COLLECT {
                  MATCH (department)<-[supervision:SUPERVISES]-(supervisor:Leader)
                  WHERE supervision.since <= $as_of AND (supervision.until IS NULL OR $as_of < supervision.until)
                  RETURN supervisor { .name, .title }
                })
              }
            } ORDER BY department.code LIMIT 10
          }},
          leaders: {totalCount: COUNT {
            MATCH (community)<-[pairing:PAIRED_WITH]-(:Leader)
            WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
          }, edges: COLLECT {
            MATCH (community)<-[pairing:PAIRED_WITH]-(leader:Leader)
            WHERE pairing.since <= $as_of AND (pairing.until IS NULL OR $as_of < pairing.until)
            RETURN {
              since: toString(pairing.since),
              lastVisit: toString(head(COLLECT {
                MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community)
                WHERE visit.date <= $as_of
                RETURN visit.date ORDER BY visit.date DESC LIMIT 1
              })),
              node: leader { .code, .name, .title }
            } ORDER BY leader.code LIMIT 5
          }}
        } ORDER BY community.code LIMIT 100
      }}
    } ORDER BY subdistrict.code LIMIT 50
  }}
} AS city
