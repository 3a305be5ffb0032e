// name: rules.CTY3
// mode: rule
// subject: City
// obligation: MUST
// window: none
// title: Leaders of the four municipal bodies and every subdistrict secretary belong to the city conference
// title_zh: 市级联席会成员覆盖四大班子和街道书记
// required: a member of each of the four municipal bodies, and the secretary of every subdistrict
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
  [one IN subdistricts WHERE one.secretary IS NULL | 'no secretary of ' + coverage.name(one.subdistrict) + ' on record'] AS unknown,
  [body IN [
    ['PARTY_COMMITTEE', 'the Party committee'], ['PEOPLES_CONGRESS', "the people's congress"],
    ['GOVERNMENT', 'the government'], ['CPPCC', 'the CPPCC']
  ] WHERE NOT any(member IN members WHERE member.category = body[0]) | 'nobody of ' + body[1]]
  + [one IN subdistricts WHERE NOT any(member IN members WHERE member.person = one.secretary)
     | 'not the secretary of ' + coverage.name(one.subdistrict)] AS missing
RETURN city.id AS subject, city.code AS place,
  CASE
    WHEN conference IS NULL THEN 'NOT_APPLICABLE'
    WHEN unknown <> [] THEN 'UNKNOWN'
    WHEN missing = [] THEN 'PASS'
    ELSE 'FAIL'
  END AS result,
  CASE
    WHEN conference IS NULL THEN null
    WHEN unknown <> [] THEN coverage.listed(unknown)
    WHEN missing = [] THEN 'all four bodies and ' + coverage.quantity(size(subdistricts), 'secretary', 'secretaries')
    ELSE coverage.listed(missing)
  END AS observed,
  COLLECT {
    UNWIND members AS member
    WITH DISTINCT member.person AS person
    RETURN coverage.reference(person) AS reference ORDER BY person.id
  } AS evidence
