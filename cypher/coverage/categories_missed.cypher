// name: coverage.categories_missed
// mode: value
// given: guests
// columns: missed
//
// The categories of invitees of a subdistrict's or community's conference from which no guest came, in words.
UNWIND [[{category: 'ENTERPRISE'}]] AS guests
RETURN [wanted IN [
  ['LINKED_LEADER', 'linked leader'], ['STATIONED_UNIT', 'stationed unit'],
  ['DELEGATE_OR_COMMITTEE_MEMBER', 'delegate or committee member'], ['ENTERPRISE', 'enterprise'],
  ['SOCIAL_ORGANIZATION', 'social organization']
] WHERE NOT any(guest IN guests WHERE guest.category = wanted[0]) | 'no ' + wanted[1]] AS missed
