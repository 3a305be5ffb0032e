// name: evaluations.load_evaluations
// mode: write
// parameters: rows
// columns: loaded
//
// Evaluations of departments. Ratings are added up here: the graph has sums by criterion and kind of rater, and no rating.
// A row that was corrected to another round, department or criteria moves the evaluation.
UNWIND $rows AS row
MATCH (evaluation_round:Entity {id: row.round})
MATCH (department:Department {code: row.department})
MERGE (evaluation:Entity {id: row.id})
SET evaluation:Evaluation,
    evaluation.member_raters = size(row.members),
    evaluation.resident_raters = size(row.residents),
    evaluation.provenance = row.provenance
WITH row, evaluation, evaluation_round, department
CALL (row, evaluation, evaluation_round, department) {
  MATCH (evaluation)-[moved:SCORED|OF|MARKED_ON]-(other)
  WHERE NOT (other = evaluation_round OR other = department OR other.id IN row.criteria)
  DELETE moved
}
CALL (row, evaluation) {
  UNWIND range(0, size(row.criteria) - 1) AS position
  MATCH (criterion:Entity {id: row.criteria[position]})
  MERGE (evaluation)-[marking:MARKED_ON]->(criterion)
  SET marking.member_points = reduce(points = 0, rating IN row.members | points + rating[position]),
      marking.resident_points = reduce(points = 0, rating IN row.residents | points + rating[position])
}
MERGE (evaluation)-[:OF]->(department)
MERGE (evaluation_round)-[:SCORED]->(evaluation)
RETURN count(*) AS loaded
