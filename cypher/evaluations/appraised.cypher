// name: evaluations.appraised
// mode: relation
// given: appraisal
// columns: department
//
// The department whose leading team was appraised.
MATCH (appraisal:Appraisal)-[:OF]->(department:Department)
RETURN department
