// name: rules.COM7
// mode: rule
// subject: Community
// obligation: SHOULD
// window: HALF_YEAR
// title: Its conference invites every category of participant
// title_zh: 社区联席会邀请各类参会单位
// required: a linked leader, a stationed unit, a delegate or committee member, an enterprise, a social organization
// required_zh: 包联领导、驻区单位、两代表一委员、企业、社会组织均有人参会
// observed_all: all categories
// observed_all_zh: 各类参会单位均有人参会
// observed_no_linked_leader: no linked leader
// observed_no_linked_leader_zh: 无包联领导
// observed_no_stationed_unit: no stationed unit
// observed_no_stationed_unit_zh: 无驻区单位
// observed_no_delegate_or_committee_member: no delegate or committee member
// observed_no_delegate_or_committee_member_zh: 无两代表一委员
// observed_no_enterprise: no enterprise
// observed_no_enterprise_zh: 无企业
// observed_no_social_organization: no social organization
// observed_no_social_organization_zh: 无社会组织
// turned_by: SERVES:Conference
// evidence: Actor
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a community that had a conference on the first day of the half-year, if that conference met in the
// half-year. Passes if at least one invitee of each category attended at least one of the meetings. Evidence: the
// invitees who attended.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, coverage.conference(community) AS held
WITH community, held.conference AS conference, held.service AS service
WITH community, coverage.held_before(service) AND coverage.meetings_held(conference) <> [] AS applies,
  coverage.invitees_who_came(conference) AS guests
WITH community, applies, guests, coverage.categories_missed(guests) AS missed
RETURN community.id AS subject, community.code AS place,
  CASE WHEN NOT applies THEN 'NOT_APPLICABLE' WHEN missed = [] THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE WHEN NOT applies THEN null WHEN missed = [] THEN {form: 'all'} ELSE missed END AS observed,
  CASE WHEN applies THEN COLLECT {
    UNWIND guests AS guest
    WITH DISTINCT guest.actor AS actor
    RETURN coverage.reference(actor) AS reference ORDER BY actor.id
  } ELSE [] END AS evidence
