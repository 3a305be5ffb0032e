// name: evaluations.rank_in_city
// mode: value
// given: evaluation, evaluation_round
// columns: rank
//
// The department's rank in the closed rounds of the same year in the whole city, 1 being the highest score. Null if
// there is no score.
MATCH (evaluation_round:EvaluationRound)-[:SCORED]->(evaluation:Evaluation)
RETURN head(COLLECT {
  UNWIND [evaluations.score(evaluation, evaluation_round)] AS score
  WITH score WHERE score IS NOT NULL
  RETURN 1 + COUNT {
    MATCH (evaluation_round)-[:HELD_IN]->(:Community)-[:PART_OF]->(:Subdistrict)-[:PART_OF]->(city:City)
    MATCH (city)<-[:PART_OF]-(:Subdistrict)<-[:PART_OF]-(:Community)<-[:HELD_IN]-(other_round:EvaluationRound)
    WHERE other_round.year = evaluation_round.year
    MATCH (other_round)-[:SCORED]->(other:Evaluation)
    WHERE evaluations.score(other, other_round) > score
  } AS rank
}) AS rank
