// name: evaluations.has_counted
// mode: value
// given: evaluation
// parameters: value
// columns: fits
//
// Whether the evaluation has counted in an appraisal by the day (or has not, as asked).
MATCH (evaluation:Evaluation)
RETURN EXISTS {
  MATCH (evaluation)-[:COUNTED_IN]->(appraisal:Appraisal)
  WHERE time.happened(appraisal)
} = $value AS fits
