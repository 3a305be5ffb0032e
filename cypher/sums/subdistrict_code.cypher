// name: sums.subdistrict_code
// mode: value
// given: place
// columns: code
//
// The code of the subdistrict that a place lies in, or is. Null for a place above it.
UNWIND ['210681'] AS place
RETURN CASE WHEN size(place) >= 9 THEN left(place, 9) END AS code
