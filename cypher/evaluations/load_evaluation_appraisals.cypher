// name: evaluations.load_evaluation_appraisals
// mode: write
// parameters: rows
// columns: loaded
//
// Which evaluation counted in which appraisal.
UNWIND $rows AS row
MATCH (evaluation:Entity {id: row.evaluation})
MATCH (appraisal:Entity {id: row.appraisal})
MERGE (evaluation)-[:COUNTED_IN]->(appraisal)
RETURN count(*) AS loaded
