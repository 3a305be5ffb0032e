// name: works.groups
// mode: relation
// given: groups
// columns: group
// order: group.sort
//
// Groups of works, passed in as a list of maps.
UNWIND [[{sort: ''}]] AS groups
UNWIND groups AS group
WITH group
RETURN group
