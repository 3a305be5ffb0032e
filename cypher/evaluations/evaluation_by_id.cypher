// name: evaluations.evaluation_by_id
// mode: relation
// parameters: id
// columns: evaluation, evaluation_round, department, community
//
// The evaluation that has the id, if its round had opened by the day.
MATCH (department:Department)<-[:OF]-(evaluation:Entity&Evaluation {id: $id})<-[:SCORED]-(evaluation_round:EvaluationRound)-[:HELD_IN]->(community:Community)
WHERE time.happened(evaluation_round)
RETURN evaluation, evaluation_round, department, community
