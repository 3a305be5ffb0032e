// name: coverage.categories_missed
// mode: value
// given: guests
// columns: missed
//
// The categories that a conference of a subdistrict or a community is to invite and of which none of the guests is, in
// words.
UNWIND [[{category: 'ENTERPRISE'}]] AS guests
RETURN [wanted IN [
  ['LINKED_LEADER', 'linked leader'], ['STATIONED_UNIT', 'stationed unit'],
  ['DELEGATE_OR_COMMITTEE_MEMBER', 'delegate or committee member'], ['ENTERPRISE', 'enterprise'],
  ['SOCIAL_ORGANIZATION', 'social organization']
] WHERE NOT any(guest IN guests WHERE guest.category = wanted[0]) | 'no ' + wanted[1]] AS missed
