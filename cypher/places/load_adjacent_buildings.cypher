// name: places.load_adjacent_buildings
// mode: write
// parameters: rows
// columns: loaded
//
// Which buildings stand next to each other: stored once, read both ways.
UNWIND $rows AS row
MATCH (building:Building {code: row.building})
MATCH (neighbour:Building {code: row.neighbour})
MERGE (building)-[:ADJACENT_TO]-(neighbour)
RETURN count(*) AS loaded
