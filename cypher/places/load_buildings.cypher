// name: places.load_buildings
// mode: write
// parameters: rows
// columns: loaded
//
// Buildings; the code says which compound each is part of. A building without coordinates has no location.
UNWIND $rows AS row
MATCH (compound:Compound {code: left(row.code, 15)})
MERGE (building:Entity {id: row.code})
SET building:Place:Building,
    building.code = row.code,
    building.name = row.name,
    building.location = point({longitude: row.longitude, latitude: row.latitude}),
    building.provenance = row.provenance
MERGE (building)-[:PART_OF]->(compound)
RETURN count(*) AS loaded
