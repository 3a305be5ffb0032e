// name: rules.HH1
// mode: rule
// subject: Community
// obligation: SHOULD
// window: none
// title: Every person in difficulty here is paired with a member
// title_zh: 困难群众结对
// required: every person in difficulty is paired with a member
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies where at least one person in difficulty is on record. Passes if all of them are paired with a member. Result and
// counts are those of the quarter's first day (of today's quarter for a day still to come), so that no day within a quarter
// tells when somebody came on record. What is observed are the counts rounded down to multiples of five, or nothing where one
// of them is 1 to 4. There is no evidence: people in difficulty are personal data.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, members.people_in_difficulty(community) AS people, members.paired_people(community) AS helped
WITH community, people, helped, members.released(people) AS shown, members.released(helped) AS shown_helped
RETURN community.id AS subject, community.code AS place,
  CASE WHEN people = 0 THEN 'NOT_APPLICABLE' WHEN helped = people THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE
    WHEN shown IS NOT NULL AND shown_helped IS NOT NULL
      THEN toString(shown_helped) + ' of ' + toString(shown) + ', in fives, at the start of the quarter'
    ELSE 'withheld: fewer than 5'
  END AS observed,
  [] AS evidence
