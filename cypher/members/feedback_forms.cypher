// name: members.feedback_forms
// mode: value
// given: place
// columns: forms
//
// How many feedback forms the communities of the place took in during the last complete calendar year.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[feedback:GAVE_FEEDBACK]-(:Member)
  WHERE community.code STARTS WITH place.code AND members.is_of_last_year(feedback)
} AS forms
