// name: rules.DEP3
// mode: rule
// subject: Department
// obligation: SHOULD
// window: none
// title: Its community is among the three nearest in its city
// title_zh: 包扶社区就近
// required: among the 3 nearest communities of its city
// required_zh: 属于全市距离最近的3个社区
// observed: distance rank {value}, {metres} m
// observed_zh: 距离由近到远排第{value}名，{metres}米
// observed_no_department_location: no location of the department on record
// observed_no_department_location_zh: 无部门位置的记录
// observed_no_community_location: no location of the community on record
// observed_no_community_location_zh: 无社区位置的记录
// unit: DISTANCE_RANK
// maximum: 3
// turned_by: PAIRED_WITH
// evidence: DepartmentPairing
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a paired department. Passes if the distance rank of its community is at most 3: 1 + the number of
// communities of its city that are strictly nearer to the department, in a straight line. Unknown if the department or
// its community has no location. Evidence: the pairing.
MATCH (department:Department)
WHERE department.code STARTS WITH left($within, 6)
WITH department, coverage.pairing_of_actor(department) AS paired, coverage.place_of_actor(department) AS place
WHERE place STARTS WITH $within
WITH department, paired, place, point.distance(department.location, paired.community.location) AS metres
WITH department, paired, place, metres, CASE WHEN metres IS NOT NULL THEN 1 + COUNT {
  MATCH (other:Community)
  WHERE other.code STARTS WITH left(department.code, 6) AND point.distance(department.location, other.location) < metres
} END AS rank
RETURN department.id AS subject, place,
  CASE
    WHEN paired IS NULL THEN 'NOT_APPLICABLE'
    WHEN rank IS NULL THEN 'UNKNOWN'
    WHEN rank <= 3 THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN paired IS NULL THEN null
    WHEN department.location IS NULL THEN {form: 'no_department_location'}
    WHEN rank IS NULL THEN {form: 'no_community_location'}
    ELSE {value: rank, metres: toInteger(round(metres))}
  END AS observed,
  CASE WHEN paired IS NULL THEN [] ELSE [['DepartmentPairing', paired.pairing.id]] END AS evidence
