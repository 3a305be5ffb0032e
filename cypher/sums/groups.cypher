// name: sums.groups
// mode: relation
// given: groups
// columns: group
// order: group.sort
//
// Groups of rows, passed in as a list of maps.
UNWIND [[{sort: ''}]] AS groups
UNWIND groups AS group
WITH group
RETURN group
