// name: members.is_of_last_year
// mode: value
// given: feedback
// columns: is
//
// Whether a feedback form was handed in during the last complete calendar year before the day, or before today where the day
// is still to come.
MATCH (:Member)-[feedback:GAVE_FEEDBACK]->(:Community)
RETURN feedback.date.year = time.known_until().year - 1 AS is
