// name: members.is_of_last_year
// mode: value
// given: feedback
// columns: is
//
// Whether a feedback form was handed in during the last complete calendar year before `asOf` (before today, if `asOf`
// is in the future).
MATCH (:Member)-[feedback:GAVE_FEEDBACK]->(:Community)
RETURN feedback.date.year = time.known_until().year - 1 AS is
