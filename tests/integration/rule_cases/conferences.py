"""The rules about joint conferences: of cities, subdistricts, communities, compounds, departments and leaders.

The last complete month before the day is May 2026, the quarter January to March, the half-year July to December 2025.
"""

from datetime import date, timedelta

from tiny_city import AS_OF, TOMORROW

from rule_cases.cases import FAIL, LATER, NOT_APPLICABLE, PASS, UNKNOWN, Expected, case, each

DAY = timedelta(days=1)
MONTH = date(2026, 5, 1), date(2026, 5, 31)
QUARTER = date(2026, 1, 1), date(2026, 3, 31)
HALF_YEAR = date(2025, 7, 1), date(2025, 12, 31)
BODIES = ("PARTY_COMMITTEE", "PEOPLES_CONGRESS", "GOVERNMENT", "CPPCC")

# --- CTY1: a convenor and a liaison office ---


@case("CTY1")
def one_convenor_and_one_liaison_office(city, _):
    conference, leader, department = city.conference(city.code), city.leader(), city.department()
    city.appoint(leader, conference, "CONVENOR")
    city.liaise(department, conference)
    evidence = [("Conference", conference), ("Leader", leader), ("Department", department)]
    return Expected(city.code, city.code, PASS, "1 convenor, 1 liaison office", evidence)


@case("CTY1")
def no_conference_of_the_city(city, _):
    return Expected(city.code, city.code, FAIL, "no conference", [])


@case("CTY1")
def two_convenors(city, _):
    conference, department = city.conference(city.code), city.department()
    convenors = [city.person(), city.person()]
    for person in reversed(convenors):
        city.appoint(person, conference, "CONVENOR")
    city.liaise(department, conference)
    evidence = [("Conference", conference), *each("Person", convenors), ("Department", department)]
    return Expected(city.code, city.code, FAIL, "2 convenors, 1 liaison office", evidence)


@case("CTY1")
def convenor_and_office_that_ended_today(city, _):
    conference, department = city.conference(city.code), city.department()
    city.appoint(city.person(), conference, "CONVENOR", until=AS_OF)
    city.liaise(department, conference, until=AS_OF)
    return Expected(city.code, city.code, FAIL, "0 convenors, 0 liaison offices", [("Conference", conference)])


@case("CTY1")
def another_seat_is_no_convenor_s(city, _):
    conference, department = city.conference(city.code), city.department()
    city.appoint(city.person(), conference, "MEMBER")
    city.liaise(department, conference)
    evidence = [("Conference", conference), ("Department", department)]
    return Expected(city.code, city.code, FAIL, "0 convenors, 1 liaison office", evidence)


# --- CTY2, SUB1, COM3: a meeting in the period ---


@case("CTY2")
def regular_meetings_on_the_first_and_last_day_of_the_half_year(city, _):
    conference = city.conference(city.code, since=HALF_YEAR[0])
    meetings = [city.meeting(conference, day) for day in HALF_YEAR]
    return Expected(city.code, city.code, PASS, "2 regular meetings", each("Meeting", meetings))


@case("CTY2")
def meetings_on_the_days_around_the_half_year_and_an_extraordinary_one(city, _):
    conference = city.conference(city.code)
    for day in (HALF_YEAR[0] - DAY, HALF_YEAR[1] + DAY):
        city.meeting(conference, day)
    city.meeting(conference, HALF_YEAR[1], kind="EXTRAORDINARY")
    return Expected(city.code, city.code, FAIL, "0 regular meetings", [])


@case("CTY2")
def conference_since_the_second_day_of_the_half_year(city, _):
    conference = city.conference(city.code, since=HALF_YEAR[0] + DAY)
    city.meeting(conference, HALF_YEAR[1])
    return Expected(city.code, city.code, NOT_APPLICABLE, None, [])


@case("CTY2")
def conference_of_the_city_that_ended_today(city, _):
    city.meeting(city.conference(city.code, until=AS_OF), HALF_YEAR[1])
    return Expected(city.code, city.code, NOT_APPLICABLE, None, [])


@case("SUB1")
def meetings_on_the_first_and_last_day_of_the_quarter(city, _):
    subdistrict = city.subdistrict()
    conference = city.conference(subdistrict, since=QUARTER[0])
    meetings = [city.meeting(conference, QUARTER[0]), city.meeting(conference, QUARTER[1], kind="EXTRAORDINARY")]
    return Expected(subdistrict, subdistrict, PASS, "2 meetings", each("Meeting", meetings))


@case("SUB1")
def meetings_on_the_days_around_the_quarter(city, _):
    subdistrict = city.subdistrict()
    conference = city.conference(subdistrict)
    for day in (QUARTER[0] - DAY, QUARTER[1] + DAY):
        city.meeting(conference, day)
    return Expected(subdistrict, subdistrict, FAIL, "0 meetings", [])


@case("SUB1")
def no_conference_of_the_subdistrict(city, _):
    subdistrict = city.subdistrict()
    return Expected(subdistrict, subdistrict, NOT_APPLICABLE, None, [])


@case("COM3")
def a_meeting_in_the_quarter(city, _):
    community = city.community()
    meeting = city.meeting(city.conference(community), QUARTER[1])
    return Expected(community, community, PASS, "1 meeting", [("Meeting", meeting)])


@case("COM3")
def a_meeting_of_the_subdistrict_is_not_the_community_s(city, _):
    community = city.community()
    city.conference(community)
    city.meeting(city.conference(community[:-3]), QUARTER[1])
    return Expected(community, community, FAIL, "0 meetings", [])


@case("COM3")
def conference_since_the_second_day_of_the_quarter(city, _):
    community = city.community()
    city.meeting(city.conference(community, since=QUARTER[0] + DAY), QUARTER[1])
    return Expected(community, community, NOT_APPLICABLE, None, [])


@case("COM3")
def the_earliest_of_two_conferences_counts(city, _):
    community = city.community()
    city.meeting(city.conference(community, since=LATER), QUARTER[1])
    city.conference(community)
    return Expected(community, community, FAIL, "0 meetings", [])


# --- CTY3: who belongs to the city's conference ---


def with_bodies(city, *bodies):
    """The city's conference, and a leader of each of the bodies."""
    conference, leaders = city.conference(city.code), []
    for body in bodies:
        leaders.append(city.leader())
        city.belong(leaders[-1], conference, body)
    return conference, leaders


@case("CTY3")
def all_four_bodies_and_every_secretary(city, _):
    conference, leaders = with_bodies(city, *BODIES)
    secretaries = [city.secretary(city.subdistrict()) for _ in range(2)]
    for person in secretaries:
        city.belong(person, conference, "SUBDISTRICT_SECRETARY")
    evidence = [*each("Leader", leaders), *each("Person", secretaries)]
    return Expected(city.code, city.code, PASS, "all four bodies and 2 secretaries", evidence)


@case("CTY3")
def a_body_without_a_member_since_today(city, _):
    conference, leaders = with_bodies(city, *BODIES[:3])
    city.belong(city.leader(), conference, "CPPCC", until=AS_OF)
    city.belong(city.leader(), conference, "CPPCC", since=TOMORROW)
    return Expected(city.code, city.code, FAIL, "nobody of the CPPCC", each("Leader", leaders))


@case("CTY3")
def a_secretary_who_does_not_belong(city, _):
    conference, leaders = with_bodies(city, *BODIES)
    subdistrict = city.subdistrict()
    late, early = city.secretary(subdistrict, since=LATER), city.secretary(subdistrict)
    assert early != late
    city.belong(late, conference, "SUBDISTRICT_SECRETARY")
    evidence = [*each("Leader", leaders), ("Person", late)]
    return Expected(city.code, city.code, FAIL, f"not the secretary of name of {subdistrict}", evidence)


@case("CTY3")
def a_subdistrict_without_a_secretary(city, _):
    _conference, leaders = with_bodies(city, *BODIES[:3])
    subdistrict = city.subdistrict()
    city.secretary(subdistrict, until=AS_OF)
    observed = f"no secretary of name of {subdistrict} on record"
    return Expected(city.code, city.code, UNKNOWN, observed, each("Leader", leaders))


@case("CTY3")
def no_conference_to_belong_to(city, _):
    city.subdistrict()
    return Expected(city.code, city.code, NOT_APPLICABLE, None, [])


# --- SUB2, COM7: every category of the invited ---


def guests(city):
    """One of each category, by id."""
    department = city.department()
    found = {
        city.stationed("Enterprise"): "ENTERPRISE",
        city.leader(): "LINKED_LEADER",
        city.person(): "DELEGATE_OR_COMMITTEE_MEMBER",
        city.stationed("SocialOrganization"): "SOCIAL_ORGANIZATION",
        city.stationed("Unit"): "STATIONED_UNIT",
    }
    return department, list(found.items())


TYPES = ("Enterprise", "Leader", "Person", "SocialOrganization", "Unit")


@case("SUB2")
def every_category_at_one_or_another_meeting(city, _):
    subdistrict = city.subdistrict()
    conference = city.conference(subdistrict, since=HALF_YEAR[0])
    department, found = guests(city)
    city.meeting(conference, HALF_YEAR[0], department, *found[:3])
    city.meeting(conference, HALF_YEAR[1], department, *found[2:])
    evidence = list(zip(TYPES, [actor for actor, _ in found], strict=True))
    return Expected(subdistrict, subdistrict, PASS, "all categories", evidence)


@case("SUB2")
def a_category_that_came_too_late(city, _):
    subdistrict = city.subdistrict()
    conference = city.conference(subdistrict)
    _department, found = guests(city)
    city.meeting(conference, HALF_YEAR[1], *found[1:])
    city.meeting(conference, HALF_YEAR[1] + DAY, found[0])
    evidence = list(zip(TYPES[1:], [actor for actor, _ in found[1:]], strict=True))
    return Expected(subdistrict, subdistrict, FAIL, "no enterprise", evidence)


@case("SUB2")
def no_meeting_to_come_to(city, _):
    subdistrict = city.subdistrict()
    city.meeting(city.conference(subdistrict), HALF_YEAR[1] + DAY)
    return Expected(subdistrict, subdistrict, NOT_APPLICABLE, None, [])


@case("COM7")
def every_category_at_the_community_s_meeting(city, _):
    community = city.community()
    _department, found = guests(city)
    city.meeting(city.conference(community), HALF_YEAR[1], *found)
    evidence = list(zip(TYPES, [actor for actor, _ in found], strict=True))
    return Expected(community, community, PASS, "all categories", evidence)


@case("COM7")
def whoever_comes_uninvited_stands_for_no_category(city, _):
    community = city.community()
    _department, found = guests(city)
    city.meeting(city.conference(community), HALF_YEAR[0], *found[2:], found[0][0], found[1][0])
    evidence = list(zip(TYPES[2:], [actor for actor, _ in found[2:]], strict=True))
    return Expected(community, community, FAIL, "no linked leader, no enterprise", evidence)


@case("COM7")
def conference_of_the_community_since_the_second_day(city, _):
    community = city.community()
    _department, found = guests(city)
    city.meeting(city.conference(community, since=HALF_YEAR[0] + DAY), HALF_YEAR[1], *found)
    return Expected(community, community, NOT_APPLICABLE, None, [])


# --- DEP4, LDR3: who is paired comes ---


@case("DEP4")
def department_at_one_of_two_meetings(city, _):
    community, department = city.community(), city.department()
    city.pair(department, community, since=QUARTER[0])
    conference = city.conference(community, since=QUARTER[0] + DAY)
    city.meeting(conference, QUARTER[0] + DAY)
    meeting = city.meeting(conference, QUARTER[1], department)
    return Expected(department, community, PASS, "1 of 2 meetings", [("Meeting", meeting)])


@case("DEP4")
def department_at_a_meeting_elsewhere_and_at_one_of_another_quarter(city, _):
    community, elsewhere, department = city.community(), city.community(), city.department()
    city.pair(department, community)
    conference = city.conference(community)
    city.meeting(conference, QUARTER[1])
    city.meeting(conference, QUARTER[1] + DAY, department)
    city.meeting(city.conference(elsewhere), QUARTER[1], department)
    return Expected(department, community, FAIL, "0 of 1 meeting", [])


@case("DEP4")
def department_paired_since_the_second_day_of_the_quarter(city, _):
    community, department = city.community(), city.department()
    city.pair(department, community, since=QUARTER[0] + DAY)
    city.meeting(city.conference(community), QUARTER[1], department)
    return Expected(department, community, NOT_APPLICABLE, None, [])


@case("DEP4")
def department_of_a_community_that_did_not_meet(city, _):
    community, department = city.community(), city.department()
    city.pair(department, community)
    city.meeting(city.conference(community), QUARTER[1] + DAY, department)
    return Expected(department, community, NOT_APPLICABLE, None, [])


@case("DEP4")
def unpaired_department_has_no_conference(city, _):
    city.meeting(city.conference(city.community()), QUARTER[1])
    department = city.department()
    return Expected(department, city.code, NOT_APPLICABLE, None, [])


@case("LDR3")
def leader_at_the_meeting(city, _):
    community, leader = city.community(), city.leader()
    city.pair(leader, community)
    meeting = city.meeting(city.conference(community), QUARTER[0], (leader, "LINKED_LEADER"))
    return Expected(leader, community, PASS, "1 of 1 meeting", [("Meeting", meeting)])


@case("LDR3")
def leader_who_did_not_come(city, _):
    community, leader, other = city.community(), city.leader(), city.leader()
    city.pair(leader, community)
    city.meeting(city.conference(community), QUARTER[0], (other, "LINKED_LEADER"))
    return Expected(leader, community, FAIL, "0 of 1 meeting", [])


@case("LDR3")
def the_earliest_of_two_pairings_counts(city, _):
    first, second, leader = city.community(), city.community(), city.leader()
    city.pair(leader, first, since=LATER)
    city.pair(leader, second)
    city.meeting(city.conference(first), QUARTER[0], leader)
    return Expected(leader, second, NOT_APPLICABLE, None, [])


# --- CMP4, CMP5: the deliberation meeting ---


@case("CMP4")
def meetings_on_the_first_and_last_day_of_the_month(city, _):
    compound = city.compound()
    city.branch(compound, since=MONTH[0])
    conference = city.conference(compound)
    meetings = [city.meeting(conference, day) for day in MONTH]
    return Expected(compound, compound, PASS, "2 meetings", each("Meeting", meetings))


@case("CMP4")
def a_meeting_in_the_running_month(city, _):
    compound = city.compound()
    city.branch(compound)
    city.meeting(city.conference(compound), MONTH[1] + DAY)
    return Expected(compound, compound, FAIL, "0 meetings", [])


@case("CMP4")
def branch_without_a_conference(city, _):
    compound = city.compound()
    city.branch(compound)
    return Expected(compound, compound, FAIL, "0 meetings", [])


@case("CMP4")
def branch_since_the_second_day_of_the_month(city, _):
    compound = city.compound()
    city.branch(compound, since=MONTH[0] + DAY)
    city.meeting(city.conference(compound), MONTH[1])
    return Expected(compound, compound, NOT_APPLICABLE, None, [])


@case("CMP4")
def compound_without_a_branch_that_meets(city, _):
    compound = city.compound()
    city.branch(compound, until=AS_OF)
    city.meeting(city.conference(compound), MONTH[1])
    return Expected(compound, compound, NOT_APPLICABLE, None, [])


@case("CMP5")
def all_parties_at_one_of_two_meetings(city, _):
    compound = city.compound()
    parties = [city.branch(compound), city.property_company(compound), city.owners_committee(compound)]
    conference = city.conference(compound)
    meetings = [city.meeting(conference, MONTH[0], *parties), city.meeting(conference, MONTH[1], *parties[:2])]
    return Expected(compound, compound, PASS, "all parties at 1 of 2 meetings", each("Meeting", meetings))


@case("CMP5")
def all_parties_at_different_meetings(city, _):
    compound = city.compound()
    parties = [city.branch(compound), city.property_company(compound), city.owners_committee(compound)]
    conference = city.conference(compound)
    meetings = [city.meeting(conference, MONTH[0], *parties[:2]), city.meeting(conference, MONTH[1], *parties[1:])]
    return Expected(compound, compound, FAIL, "all parties at 0 of 2 meetings", each("Meeting", meetings))


@case("CMP5")
def a_party_that_serves_no_more_need_not_come(city, _):
    compound = city.compound()
    branch = city.branch(compound)
    city.property_company(compound, until=AS_OF)
    meeting = city.meeting(city.conference(compound), MONTH[1], branch)
    return Expected(compound, compound, PASS, "all parties at 1 of 1 meeting", [("Meeting", meeting)])


@case("CMP5")
def no_meeting_in_the_month(city, _):
    compound = city.compound()
    branch = city.branch(compound)
    city.meeting(city.conference(compound), MONTH[0] - DAY, branch)
    return Expected(compound, compound, NOT_APPLICABLE, None, [])


@case("CMP5")
def meeting_of_a_compound_whose_branch_is_new(city, _):
    compound = city.compound()
    branch = city.branch(compound, since=MONTH[0] + DAY)
    city.meeting(city.conference(compound), MONTH[1], branch)
    return Expected(compound, compound, NOT_APPLICABLE, None, [])
