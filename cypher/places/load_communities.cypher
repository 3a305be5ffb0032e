// name: places.load_communities
// mode: write
// parameters: rows
// columns: loaded
//
// Communities; the code says which subdistrict each is part of.
UNWIND $rows AS row
MATCH (subdistrict:Subdistrict {code: left(row.code, 9)})
MERGE (community:Entity {id: row.code})
SET community:Place:Community,
    community.code = row.code,
    community.name = row.name,
    community.location = point({longitude: row.longitude, latitude: row.latitude}),
    community.residents = row.residents,
    community.area_m2 = row.area_m2,
    community.provenance = row.provenance
MERGE (community)-[:PART_OF]->(subdistrict)
RETURN count(*) AS loaded
