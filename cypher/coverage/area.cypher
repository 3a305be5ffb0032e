// name: coverage.area
// mode: relation
// parameters: code
// columns: place
//
// The place with the code. For a province or prefecture, of which only the cities are recorded, only the code.
UNWIND COLLECT {
  MATCH (found:Place {code: $code})
  RETURN found
} + CASE WHEN size($code) < 6 AND EXISTS {
  MATCH (city:City)
  WHERE city.code STARTS WITH $code
} THEN [{code: $code}] ELSE [] END AS place
WITH place
RETURN place
