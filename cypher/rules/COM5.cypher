// name: rules.COM5
// mode: rule
// subject: Community
// obligation: MUST
// window: none
// title: Its synergy body serves all four functions
// title_zh: 协同体履行四项职能
// required: party work, security, facilities and culture
// required_zh: 履行党建、治安、设施、文化四项职能
// observed_all: all four functions
// observed_all_zh: 四项职能齐全
// observed_no_party_work: no party work
// observed_no_party_work_zh: 缺党建职能
// observed_no_security: no security
// observed_no_security_zh: 缺治安职能
// observed_no_facilities: no facilities
// observed_no_facilities_zh: 缺设施职能
// observed_no_culture: no culture
// observed_no_culture_zh: 缺文化职能
// turned_by: SERVES:SynergyBody
// evidence: SynergyBody
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a community with a synergy body (the earliest, if there are several). Passes if the synergy body serves
// all four functions. Evidence: the synergy body.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, coverage.synergy_body(community) AS body
WITH community, body, [missing IN synergy.lacking(body) | {form: 'no_' + toLower(missing)}] AS lacking
RETURN community.id AS subject, community.code AS place,
  CASE
    WHEN body IS NULL THEN 'NOT_APPLICABLE'
    WHEN lacking = [] THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN body IS NULL THEN null
    WHEN lacking = [] THEN {form: 'all'}
    ELSE lacking
  END AS observed,
  CASE WHEN body IS NULL THEN [] ELSE [['SynergyBody', body.id]] END AS evidence
