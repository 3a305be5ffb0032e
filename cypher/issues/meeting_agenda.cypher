// name: issues.meeting_agenda
// mode: relation
// given: meeting
// columns: issue
// order: issue.code
//
// The issues on the agenda of the meeting: those raised at it, and those carried over or escalated from below.
MATCH (meeting:Meeting)<-[:RAISED_AT|ON_AGENDA_OF]-(issue:Issue)
WHERE issues.exists(issue)
WITH DISTINCT issue
RETURN issue
