// name: places.load_compounds
// mode: write
// parameters: rows
// columns: loaded
//
// Compounds; the code says which community each is part of.
UNWIND $rows AS row
MATCH (community:Community {code: left(row.code, 12)})
MERGE (compound:Entity {id: row.code})
SET compound:Place:Compound,
    compound.code = row.code,
    compound.name = row.name,
    compound.location = point({longitude: row.longitude, latitude: row.latitude}),
    compound.provenance = row.provenance
MERGE (compound)-[:PART_OF]->(community)
RETURN count(*) AS loaded
