// name: rules.COM6
// mode: rule
// subject: Community
// obligation: SHOULD
// window: none
// title: Posts, teams and zones are offered to in-service members
// title_zh: 社区设立岗位、服务队和责任区
// required: at least 1 kind of post, 1 volunteer team and 1 responsibility zone
// required_zh: 至少1类岗位、1支志愿者服务队、1个责任区
// observed: {posts kind of post|kinds of post}, {teams team|teams}, {zones zone|zones}
// observed_zh: {posts}类岗位、{teams}支志愿者服务队、{zones}个责任区
// turned_by: OFFERS, SERVES:VolunteerTeam, LIES_IN
// evidence: PostKind, VolunteerTeam, ResponsibilityZone
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every community. Passes if the community offers at least one kind of post and has at least one volunteer
// team and one responsibility zone. Evidence: the first ten of these: kinds of post, then teams, then zones.
MATCH (community:Community)
WHERE community.code STARTS WITH $within
WITH community, COLLECT {
  MATCH (community)-[offer:OFFERS]->(kind:PostKind)
  WHERE time.holds(offer)
  RETURN DISTINCT ['PostKind', kind.id] AS reference ORDER BY reference
} AS posts, COLLECT {
  MATCH (community)<-[service:SERVES]-(team:VolunteerTeam)
  WHERE time.holds(service)
  RETURN DISTINCT ['VolunteerTeam', team.id] AS reference ORDER BY reference
} AS teams, COLLECT {
  MATCH (community)<-[lying:LIES_IN]-(zone:ResponsibilityZone)
  WHERE time.holds(lying)
  RETURN DISTINCT ['ResponsibilityZone', zone.id] AS reference ORDER BY reference
} AS zones
RETURN community.id AS subject, community.code AS place,
  CASE WHEN posts <> [] AND teams <> [] AND zones <> [] THEN 'PASS' ELSE 'FAIL' END AS result,
  {posts: size(posts), teams: size(teams), zones: size(zones)} AS observed,
  (posts + teams + zones)[..10] AS evidence
