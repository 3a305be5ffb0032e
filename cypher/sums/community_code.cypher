// name: sums.community_code
// mode: value
// given: place
// columns: code
//
// The code of the community that a place lies in, or is. Null for a place above it.
UNWIND ['210681'] AS place
RETURN CASE WHEN size(place) >= 12 THEN left(place, 12) END AS code
