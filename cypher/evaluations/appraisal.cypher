// name: evaluations.appraisal
// mode: relation
// given: evaluation
// columns: appraisal
// order: appraisal.date, appraisal.id
//
// The appraisal that the evaluation counted in, if it has taken place by the day; the first, should there be several.
MATCH (evaluation:Evaluation)-[:COUNTED_IN]->(appraisal:Appraisal)
WHERE time.happened(appraisal)
RETURN appraisal
