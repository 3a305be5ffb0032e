// name: coverage.categories_missed
// mode: value
// given: guests
// columns: missed
//
// The categories of invitees of a subdistrict's or community's conference from which no guest came, each as a form of what
// was observed.
UNWIND [[{category: 'ENTERPRISE'}]] AS guests
RETURN [wanted IN ['LINKED_LEADER', 'STATIONED_UNIT', 'DELEGATE_OR_COMMITTEE_MEMBER', 'ENTERPRISE', 'SOCIAL_ORGANIZATION']
  WHERE NOT any(guest IN guests WHERE guest.category = wanted) | {form: 'no_' + toLower(wanted)}
] AS missed
