// name: members.is_of_last_year
// mode: value
// given: feedback
// parameters: as_of
// columns: is
//
// Whether a feedback form was handed in during the last complete calendar year before the day.
MATCH (:Member)-[feedback:GAVE_FEEDBACK]->(:Community)
RETURN feedback.date.year = $as_of.year - 1 AS is
