// name: evaluations.load_appraisals
// mode: write
// parameters: rows
// columns: loaded
//
// Appraisals of the leading teams of departments.
UNWIND $rows AS row
MATCH (department:Department {code: row.department})
MERGE (appraisal:Entity {id: row.id})
SET appraisal:Appraisal,
    appraisal.date = row.date,
    appraisal.provenance = row.provenance
MERGE (appraisal)-[:OF]->(department)
RETURN count(*) AS loaded
