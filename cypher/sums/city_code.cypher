// name: sums.city_code
// mode: value
// given: place
// columns: code
//
// The code of the city that a place lies in, or is. Null for a place above it.
UNWIND ['210681'] AS place
RETURN CASE WHEN size(place) >= 6 THEN left(place, 6) END AS code
