// name: coverage.rate
// mode: value
// given: place
// parameters: rates
// columns: rate
//
// The coverage rate of the place, handed in by code; 2, which is more than any rate, where it has none.
MATCH (place:Place)
RETURN coalesce($rates[place.code], 2.0) AS rate
