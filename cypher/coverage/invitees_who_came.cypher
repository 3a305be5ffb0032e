// name: coverage.invitees_who_came
// mode: value
// given: conference
// parameters: window_from, window_until
// columns: guests
//
// The invitees who attended meetings of the conference in the window, each with the category of the invitation.
MATCH (conference:Conference)
RETURN COLLECT {
  MATCH (conference)-[:HELD]->(meeting:Meeting)<-[attendance:ATTENDED]-(actor:Person|Organization)
  WHERE $window_from <= meeting.date AND meeting.date < $window_until AND attendance.category IS NOT NULL
  WITH DISTINCT attendance.category AS category, actor
  RETURN {category: category, actor: actor} AS guest ORDER BY actor.id, category
} AS guests
