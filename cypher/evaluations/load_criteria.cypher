// name: evaluations.load_criteria
// mode: write
// parameters: rows
// columns: loaded
//
// Criteria by which departments are rated.
UNWIND $rows AS row
MERGE (criterion:Entity {id: row.id})
SET criterion:Criterion,
    criterion.name = row.name,
    criterion.name_zh = row.name_zh,
    criterion.maximum = row.maximum,
    criterion.provenance = row.provenance
RETURN count(*) AS loaded
