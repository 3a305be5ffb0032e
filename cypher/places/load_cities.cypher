// name: places.load_cities
// mode: write
// parameters: rows
// columns: loaded
//
// Cities, with the day of the report that their figures describe.
UNWIND $rows AS row
MERGE (city:Entity {id: row.code})
SET city:Place:City,
    city.code = row.code,
    city.name = row.name,
    city.location = point({longitude: row.longitude, latitude: row.latitude}),
    city.reported_on = row.reported_on,
    city.provenance = row.provenance
RETURN count(*) AS loaded
