// name: rules.MEM1
// mode: rule
// subject: Community
// obligation: SHOULD
// window: none
// title: Every in-service member registered here chose a post
// title_zh: 在职党员选岗
// required: every registered member chose at least 1 post
// required_zh: 每名报到党员至少选择1个岗位
// observed: {value} of {of}
// observed_zh: {of}人中，{value}人已选岗
// observed_withheld: withheld: fewer than 5
// observed_withheld_zh: 不足5人，不予公布
// unit: MEMBERS
// minimum: of
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a community with at least one registered in-service member. Passes if all of them have chosen at least one
// post. There is no evidence: members are personal data.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, COUNT {
  MATCH (community)<-[registration:REGISTERED_IN]-(member:Member)
  WHERE time.holds(registration)
  RETURN DISTINCT member
} AS registered, COUNT {
  MATCH (community)<-[registration:REGISTERED_IN]-(member:Member)
  WHERE time.holds(registration) AND members.has_chosen(member)
  RETURN DISTINCT member
} AS chosen
RETURN community.id AS subject, community.code AS place,
  CASE WHEN registered = 0 THEN 'NOT_APPLICABLE' WHEN chosen = registered THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN registered > 0 THEN members.observed(chosen, registered) END AS observed,
  [] AS evidence
