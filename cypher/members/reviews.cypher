// name: members.reviews
// mode: relation
// given: place
// columns: review
// order: review.rank, review.counted_for
//
// The grades that members can receive, each with every purpose that it can count towards.
MATCH (place:Place)
UNWIND [
  {rank: 1, grade: 'EXCELLENT'}, {rank: 2, grade: 'GOOD'}, {rank: 3, grade: 'QUALIFIED'}, {rank: 4, grade: 'UNQUALIFIED'}
] AS grade
UNWIND ['DEMOCRATIC_REVIEW', 'HONOURS', 'YEARLY_APPRAISAL'] AS counted_for
WITH {rank: grade.rank, grade: grade.grade, counted_for: counted_for} AS review
RETURN review
