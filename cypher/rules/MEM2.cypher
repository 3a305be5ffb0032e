// name: rules.MEM2
// mode: rule
// subject: Community
// obligation: MUST
// window: YEAR
// due: FORMS
// title: Every in-service member registered here handed in both forms
// title_zh: 登记表和意见反馈表齐全
// required: a registration form, and a feedback form in the year, from every registered member
// required_zh: 每名报到党员均提交登记表，当年均提交意见反馈表
// observed: {value} of {of}
// observed_zh: {of}人中，{value}人两表齐全
// observed_withheld: withheld: fewer than 5
// observed_withheld_zh: 不足5人，不予公布
// unit: MEMBERS
// minimum: of
// parameters: within, as_of, window_from, window_until
// columns: subject, place, result, observed, evidence
//
// Applies to a community with at least one member who is registered now and was registered when the last complete year
// began. Passes if all of these members have handed in a registration form by `asOf` and a feedback form in that year,
// in any community. A member who moved counts in the new community once the new registration held on the first day of
// the year. There is no evidence: members are personal data.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, COUNT {
  MATCH (community)<-[registration:REGISTERED_IN]-(member:Member)
  WHERE time.holds(registration) AND registration.since <= $window_from
  RETURN DISTINCT member
} AS registered, COUNT {
  MATCH (community)<-[registration:REGISTERED_IN]-(member:Member)
  WHERE time.holds(registration) AND registration.since <= $window_from AND registration.form_on <= $as_of AND EXISTS {
    MATCH (member)-[feedback:GAVE_FEEDBACK]->(:Community)
    WHERE $window_from <= feedback.date AND feedback.date < $window_until
  }
  RETURN DISTINCT member
} AS handed_in
RETURN community.id AS subject, community.code AS place,
  CASE WHEN registered = 0 THEN 'NOT_APPLICABLE' WHEN handed_in = registered THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN registered > 0 THEN members.observed(handed_in, registered) END AS observed,
  [] AS evidence
