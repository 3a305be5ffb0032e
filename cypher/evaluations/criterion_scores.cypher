// name: evaluations.criterion_scores
// mode: relation
// given: evaluation
// columns: marking, criterion
// order: criterion.id
//
// The criteria of the evaluation, each with the department's points.
MATCH (evaluation:Evaluation)-[marking:MARKED_ON]->(criterion:Criterion)
RETURN marking, criterion
