// name: rules.DEP6
// mode: rule
// subject: Department
// obligation: SHOULD
// window: none
// title: It belongs to the synergy body of its community
// title_zh: 部门加入社区协同体
// required: a member unit of the synergy body of its community
// required_zh: 为所包扶社区协同体的成员单位
// observed_member: a member unit of {name}
// observed_member_zh: 是{name}的成员单位
// observed_no_member: no member unit of {name}
// observed_no_member_zh: 不是{name}的成员单位
// turned_by: PAIRED_WITH, MEMBER_OF, PAIRED_WITH/SERVES:SynergyBody
// evidence: SynergyBody
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a department that is paired with a community with a synergy body (the earliest, if there are several).
// Passes if the department is a member unit of the synergy body. Evidence: the synergy body.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
WITH department, coverage.pairing_of_actor(department) AS paired, coverage.place_of_actor(department) AS place
WHERE place STARTS WITH $within
WITH department, place, paired.community AS community
WITH department, place, coverage.synergy_body(community) AS body
WITH department, place, body, EXISTS {
  MATCH (department)-[membership:MEMBER_OF]->(body)
  WHERE time.holds(membership)
} AS belongs
RETURN department.id AS subject, place,
  CASE
    WHEN body IS NULL THEN 'NOT_APPLICABLE'
    WHEN belongs THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN body IS NULL THEN null
    WHEN belongs THEN {form: 'member', name: coverage.name(body)}
    ELSE {form: 'no_member', name: coverage.name(body)}
  END AS observed,
  CASE WHEN body IS NULL THEN [] ELSE [['SynergyBody', body.id]] END AS evidence
