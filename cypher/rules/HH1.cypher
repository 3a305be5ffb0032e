// name: rules.HH1
// mode: rule
// subject: Community
// obligation: SHOULD
// window: none
// title: Every person in difficulty here is paired with a member
// title_zh: 困难群众结对
// required: every person in difficulty is paired with a member
// required_zh: 每名困难群众均有党员结对
// observed: {value} of {of}, rounded down to multiples of 5, at the start of the quarter
// observed_zh: 季初{of}人中，{value}人已结对（均向下取整为5的倍数）
// observed_withheld: withheld: fewer than 5
// observed_withheld_zh: 不足5人，不予公布
// unit: PEOPLE
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a community with at least one person in difficulty on record. Passes if all of them are paired with a
// member. The result and the counts are those of the first day of the quarter (for a future date, of today's quarter),
// so that they don't reveal on which day someone was recorded. The observed counts are rounded down to multiples of
// five, and omitted if one of them is 1 to 4. There is no evidence: people in difficulty are personal data.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, members.people_in_difficulty(community) AS people, members.paired_people(community) AS helped
WITH community, people, helped, members.released(people) AS shown, members.released(helped) AS shown_helped
RETURN community.id AS subject, community.code AS place,
  CASE WHEN people = 0 THEN 'NOT_APPLICABLE' WHEN helped = people THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE
    WHEN shown IS NOT NULL AND shown_helped IS NOT NULL THEN {value: shown_helped, of: shown}
    ELSE {form: 'withheld'}
  END AS observed,
  [] AS evidence
