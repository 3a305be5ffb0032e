// name: members.registration_forms
// mode: value
// given: place
// parameters: as_of
// columns: forms
//
// The number of members registered in the place who have handed in the registration form.
MATCH (place:Place)
RETURN COUNT {
  MATCH (community:Community)<-[registration:REGISTERED_IN]-(member:Member)
  WHERE community.code STARTS WITH place.code AND time.holds(registration) AND registration.form_on <= $as_of
  RETURN DISTINCT member
} AS forms
