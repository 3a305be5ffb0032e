// name: evaluations.evaluation_by_id
// mode: relation
// parameters: id
// columns: evaluation, evaluation_round, department, community
//
// The evaluation with the ID, if its round has opened by `asOf`.
MATCH (department:Department)<-[:OF]-(evaluation:Entity&Evaluation {id: $id})<-[:SCORED]-(evaluation_round:EvaluationRound)-[:HELD_IN]->(community:Community)
WHERE time.happened(evaluation_round)
RETURN evaluation, evaluation_round, department, community
