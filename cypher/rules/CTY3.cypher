// name: rules.CTY3
// mode: rule
// subject: City
// obligation: MUST
// window: none
// title: Leaders of the four municipal bodies and every subdistrict secretary belong to the city conference
// title_zh: 市级联席会成员覆盖四大班子和街道书记
// required: a member of each of the four municipal bodies, and the secretary of every subdistrict
// required_zh: 四大班子各至少1名成员，且各街道书记均为成员
// observed_all: all four bodies and {secretaries secretary|secretaries}
// observed_all_zh: 四大班子和{secretaries}名书记齐全
// observed_unrecorded: no secretary of {name} on record
// observed_unrecorded_zh: 无{name}书记的记录
// observed_no_party_committee: nobody of the Party committee
// observed_no_party_committee_zh: 无市委成员
// observed_no_peoples_congress: nobody of the people's congress
// observed_no_peoples_congress_zh: 无市人大成员
// observed_no_government: nobody of the government
// observed_no_government_zh: 无市政府成员
// observed_no_cppcc: nobody of the CPPCC
// observed_no_cppcc_zh: 无市政协成员
// observed_no_secretary: not the secretary of {name}
// observed_no_secretary_zh: 不含{name}书记
// turned_by: SERVES:Conference, SERVES:Conference/BELONGS_TO, PART_OF:Subdistrict/ORGANIZED_IN, PART_OF:Subdistrict/ORGANIZED_IN/HOLDS
// evidence: Person, Leader
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies to a city with a conference. Passes if each of the four municipal bodies has a standing member in the
// conference, and if the secretary of every subdistrict (the earliest, if there are several) is a standing member.
// Unknown if no secretary is recorded for a subdistrict, whatever else is missing. A member counts for the municipal
// body that the membership names. Evidence: the standing members.
MATCH (city:City)
WHERE city.code STARTS WITH $within
WITH city, coverage.conference(city) AS held
WITH city, held.conference AS conference
WITH city, conference, COLLECT {
  MATCH (conference)<-[membership:BELONGS_TO]-(person:Person)
  WHERE time.holds(membership)
  RETURN {person: person, category: membership.category} AS member ORDER BY person.id
} AS members, COLLECT {
  MATCH (city)<-[:PART_OF]-(subdistrict:Subdistrict)
  RETURN {subdistrict: subdistrict, secretary: head(COLLECT {
    MATCH (subdistrict)<-[organizing:ORGANIZED_IN]-(:PartyOrganization)<-[seat:HOLDS]-(person:Person)
    WHERE time.holds(organizing) AND time.holds(seat) AND seat.role = 'SECRETARY'
    RETURN person ORDER BY seat.since, person.id LIMIT 1
  })} AS one ORDER BY subdistrict.code
} AS subdistricts
WITH city, conference, members, subdistricts,
  [one IN subdistricts WHERE one.secretary IS NULL | {form: 'unrecorded', name: coverage.name(one.subdistrict)}] AS unknown,
  [body IN ['PARTY_COMMITTEE', 'PEOPLES_CONGRESS', 'GOVERNMENT', 'CPPCC']
   WHERE NOT any(member IN members WHERE member.category = body) | {form: 'no_' + toLower(body)}]
  + [one IN subdistricts WHERE NOT any(member IN members WHERE member.person = one.secretary)
     | {form: 'no_secretary', name: coverage.name(one.subdistrict)}] AS missing
RETURN city.id AS subject, city.code AS place,
  CASE
    WHEN conference IS NULL THEN 'NOT_APPLICABLE'
    WHEN unknown <> [] THEN 'UNKNOWN'
    WHEN missing = [] THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN conference IS NULL THEN null
    WHEN unknown <> [] THEN unknown
    WHEN missing = [] THEN {form: 'all', secretaries: size(subdistricts)}
    ELSE missing
  END AS observed,
  COLLECT {
    UNWIND members AS member
    WITH DISTINCT member.person AS person
    RETURN coverage.reference(person) AS reference ORDER BY person.id
  } AS evidence
