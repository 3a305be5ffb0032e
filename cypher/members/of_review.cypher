// name: members.of_review
// mode: value
// given: review, place
// columns: shown
//
// The published number of members in the place who received the grade for the purpose in the last complete calendar
// year, summed over its communities.
MATCH (place:Place)
UNWIND [{grade: 'GOOD', counted_for: 'HONOURS'}] AS review
RETURN members.sum(COLLECT {
  MATCH (community:Community)
  WHERE community.code STARTS WITH place.code
  RETURN members.at_least_five(COUNT {
    MATCH (community)<-[feedback:GAVE_FEEDBACK]-(member:Member)
    WHERE members.is_of_last_year(feedback) AND feedback.grade = review.grade
      AND feedback.counted_for = review.counted_for
    RETURN DISTINCT member
  }) AS part
}) AS shown
