// name: evaluations.appraisal
// mode: relation
// given: evaluation
// columns: appraisal
// order: appraisal.date, appraisal.id
//
// The appraisal that the evaluation counted towards, if it has taken place by `asOf`; the first, if there are several.
MATCH (evaluation:Evaluation)-[:COUNTED_IN]->(appraisal:Appraisal)
WHERE time.happened(appraisal)
RETURN appraisal
