// name: coverage.place
// mode: relation
// given: finding
// columns: place
//
// The place that a finding, or a change of a finding, belongs to.
UNWIND [{place: ''}] AS finding
MATCH (place:Place {code: finding.place})
RETURN place
