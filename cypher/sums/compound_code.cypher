// name: sums.compound_code
// mode: value
// given: place
// columns: code
//
// The code of the compound that a place lies in, or is. Null for a place above it.
UNWIND ['210681'] AS place
RETURN CASE WHEN size(place) >= 15 THEN left(place, 15) END AS code
