// name: coverage.rate
// mode: value
// given: place
// parameters: rates
// columns: rate
//
// The coverage rate of the place, passed in by code. 2, which sorts above every rate, if the place has none.
MATCH (place:Place)
RETURN coalesce($rates[place.code], 2.0) AS rate
