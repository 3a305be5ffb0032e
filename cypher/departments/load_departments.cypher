// name: departments.load_departments
// mode: write
// parameters: rows
// columns: loaded
//
// Departments; one without coordinates has no location.
UNWIND $rows AS row
MERGE (department:Entity {id: row.code})
SET department:Organization:Department,
    department.code = row.code,
    department.name = row.name,
    department.kind = row.kind,
    department.could_serve = row.could_serve,
    department.location = point({longitude: row.longitude, latitude: row.latitude}),
    department.provenance = row.provenance
RETURN count(*) AS loaded
