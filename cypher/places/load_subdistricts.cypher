// name: places.load_subdistricts
// mode: write
// parameters: rows
// columns: loaded
//
// Subdistricts; the code says which city each is part of.
UNWIND $rows AS row
MATCH (city:City {code: left(row.code, 6)})
MERGE (subdistrict:Entity {id: row.code})
SET subdistrict:Place:Subdistrict,
    subdistrict.code = row.code,
    subdistrict.name = row.name,
    subdistrict.location = point({longitude: row.longitude, latitude: row.latitude}),
    subdistrict.provenance = row.provenance
MERGE (subdistrict)-[:PART_OF]->(city)
RETURN count(*) AS loaded
