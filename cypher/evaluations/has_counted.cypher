// name: evaluations.has_counted
// mode: value
// given: evaluation
// parameters: value
// columns: fits
//
// Whether the evaluation has counted towards an appraisal by `asOf`, compared with the given value.
MATCH (evaluation:Evaluation)
RETURN EXISTS {
  MATCH (evaluation)-[:COUNTED_IN]->(appraisal:Appraisal)
  WHERE time.happened(appraisal)
} = $value AS fits
