// name: evaluations.load_criterion_cities
// mode: write
// parameters: rows
// columns: loaded
//
// When a criterion applies in its city.
// A row that was corrected to join other nodes moves the relation: an id stands for one relation only.
UNWIND $rows AS row
MATCH (criterion:Entity {id: row.criterion})
MATCH (city:City {code: row.city})
CALL (row, criterion, city) {
  MATCH (start)-[moved:APPLIES_IN {id: row.id}]->(target)
  WHERE start <> criterion OR target <> city
  DELETE moved
}
MERGE (criterion)-[applying:APPLIES_IN {id: row.id}]->(city)
SET applying.since = row.since,
    applying.until = row.until
RETURN count(*) AS loaded
