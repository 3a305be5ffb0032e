// name: coverage.cleared_places
// mode: relation
// given: common_failure
// columns: place
// order: place.code
//
// The places where no MUST rule would fail any more if the failures were fixed.
UNWIND [{cleared: ['210681']}] AS common_failure
UNWIND common_failure.cleared AS code
MATCH (place:Place {code: code})
RETURN place
