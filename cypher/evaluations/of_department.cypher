// name: evaluations.of_department
// mode: relation
// given: department
// columns: evaluation, evaluation_round, community
// order: toString(evaluation_round.date) DESC, evaluation.id
//
// The evaluations of the department whose rounds have opened by `asOf`, newest first.
MATCH (department:Department)<-[:OF]-(evaluation:Evaluation)<-[:SCORED]-(evaluation_round:EvaluationRound)-[:HELD_IN]->(community:Community)
WHERE time.happened(evaluation_round)
RETURN evaluation, evaluation_round, community
