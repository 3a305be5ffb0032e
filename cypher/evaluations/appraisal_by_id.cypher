// name: evaluations.appraisal_by_id
// mode: relation
// parameters: id
// columns: appraisal
//
// The appraisal with the ID, if it has taken place by `asOf`.
MATCH (appraisal:Entity&Appraisal {id: $id})
WHERE time.happened(appraisal)
RETURN appraisal
