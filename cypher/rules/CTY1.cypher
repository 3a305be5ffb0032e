// name: rules.CTY1
// mode: rule
// subject: City
// obligation: MUST
// window: none
// title: The city conference has one general convenor and a liaison office
// title_zh: 市级联席会设总召集人和联络办公室
// required: 1 convenor and 1 department as liaison office
// required_zh: 1名总召集人、1个承担联络办公室的部门
// observed: {convenors convenor|convenors}, {offices liaison office|liaison offices}
// observed_zh: {convenors}名总召集人、{offices}个联络办公室
// observed_no_conference: no conference
// observed_no_conference_zh: 无联席会
// turned_by: SERVES:Conference, SERVES:Conference/HOLDS, SERVES:Conference/LIAISON_OF
// evidence: Conference, Person, Leader, Department
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to every city. Passes if the city's conference has exactly one convenor and exactly one department as its
// liaison office. Evidence: the conference, the convenors and the departments.
MATCH (city:City)
WHERE city.code STARTS WITH $within
WITH city, coverage.conference(city) AS held
WITH city, held.conference AS conference
WITH city, conference, COLLECT {
  MATCH (conference)<-[seat:HOLDS]-(person:Person)
  WHERE time.holds(seat) AND seat.role = 'CONVENOR'
  WITH DISTINCT person
  RETURN coverage.reference(person) AS reference ORDER BY person.id
} AS convenors, COLLECT {
  MATCH (conference)<-[liaison:LIAISON_OF]-(department:Department)
  WHERE time.holds(liaison)
  WITH DISTINCT department
  RETURN coverage.reference(department) AS reference ORDER BY department.id
} AS offices
RETURN city.id AS subject, city.code AS place,
  CASE WHEN size(convenors) = 1 AND size(offices) = 1 THEN 'PASS' ELSE 'FAIL' END AS result,
  CASE
    WHEN conference IS NULL THEN {form: 'no_conference'}
    ELSE {convenors: size(convenors), offices: size(offices)}
  END AS observed,
  CASE WHEN conference IS NULL THEN [] ELSE [['Conference', conference.id]] END + convenors + offices AS evidence
