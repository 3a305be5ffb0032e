// name: evaluations.appraisal_by_id
// mode: relation
// parameters: id
// columns: appraisal
//
// The appraisal that has the id, if it has taken place by the day.
MATCH (appraisal:Entity&Appraisal {id: $id})
WHERE time.happened(appraisal)
RETURN appraisal
