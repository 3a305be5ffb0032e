// name: synergy.place
// mode: value
// given: event
// columns: place
//
// The code of the place of a deed or a contribution: the community of a synergy body, the compound of a branch. Their
// IDs start with it.
MATCH (event:Deed|Contribution)
RETURN split(split(event.id, 'Y')[0], 'B')[0] AS place
