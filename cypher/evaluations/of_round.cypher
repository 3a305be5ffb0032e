// name: evaluations.of_round
// mode: relation
// given: evaluation_round, community
// columns: evaluation, department
// order: evaluation.id
//
// The evaluations of the round, sorted by ID, which starts with the department's code.
MATCH (community:Community)<-[:HELD_IN]-(evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)-[:OF]->(department:Department)
WHERE time.happened(evaluation_round)
RETURN evaluation, department
