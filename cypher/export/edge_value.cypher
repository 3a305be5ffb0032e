// name: export.edge_value
// mode: value
// given: relation, name
// columns: value
//
// The value of a relation's property as of `asOf`, as the API shows it: the mean of the points for a criterion, withheld
// with few raters.
MATCH ()-[relation]->()
UNWIND ['role'] AS name
RETURN CASE name
  WHEN 'score' THEN head(COLLECT {
    MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)-[relation]->(:Criterion)
    RETURN evaluations.criterion_score(relation, evaluation, evaluation_round) AS score
  })
  ELSE relation[name]
END AS value
