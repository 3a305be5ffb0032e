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
// Applies where at least one person in difficulty is on record. Passes if all of them are paired with a member. What is
// observed are the counts at the start of the quarter, rounded down to multiples of five, or nothing where one of them is
// fewer than five. There is no evidence: people in difficulty are personal data.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, COUNT {
  MATCH (community)<-[record:ON_RECORD_IN]-(:PersonInDifficulty)
  WHERE time.holds(record)
} AS people, COUNT {
  MATCH (community)<-[record:ON_RECORD_IN]-(person:PersonInDifficulty)
  WHERE time.holds(record) AND members.is_helped(person)
} AS helped,
  members.released(members.people_in_difficulty(community)) AS shown,
  members.released(members.paired_people(community)) AS shown_helped
RETURN community.id AS subject, community.code AS place,
  CASE WHEN people = 0 THEN 'NOT_APPLICABLE' WHEN helped = people THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE
    WHEN people = 0 THEN null
    WHEN shown > 0 AND shown_helped IS NOT NULL
      THEN toString(shown_helped) + ' of ' + toString(shown) + ', in fives, at the start of the quarter'
    ELSE 'withheld: fewer than 5'
  END AS observed,
  [] AS evidence
