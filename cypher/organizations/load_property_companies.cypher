// name: organizations.load_property_companies
// mode: write
// parameters: rows
// columns: loaded
//
// Property companies.
UNWIND $rows AS row
MERGE (company:Entity {id: row.id})
SET company:Organization:PropertyCompany,
    company.name = row.name,
    company.provenance = row.provenance
RETURN count(*) AS loaded
