// name: rules.COM5
// mode: rule
// subject: Community
// obligation: MUST
// window: none
// title: Its synergy body serves all four functions
// title_zh: 协同体履行四项职能
// required: party work, security, facilities and culture
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
WITH community, body, [missing IN synergy.lacking(body) | 'no ' + replace(toLower(missing), '_', ' ')] AS lacking
RETURN community.id AS subject, community.code AS place,
  CASE
    WHEN body IS NULL THEN 'NOT_APPLICABLE'
    WHEN lacking = [] THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN body IS NULL THEN null
    WHEN lacking = [] THEN 'all four functions'
    ELSE reduce(words = head(lacking), word IN tail(lacking) | words + ', ' + word)
  END AS observed,
  CASE WHEN body IS NULL THEN [] ELSE [['SynergyBody', body.id]] END AS evidence
