// name: members.feedback_forms
// mode: value
// given: place
// columns: forms
//
// The number of feedback forms handed in to the communities of the place during the last complete calendar year.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[feedback:GAVE_FEEDBACK]-(:Member)
  WHERE community.code STARTS WITH place.code AND members.is_of_last_year(feedback)
} AS forms
