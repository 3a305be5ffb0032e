"""What makes each coverage rule pass, fail, not know and not apply: a tiny city each, and the finding to expect there."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from tiny_city import AS_OF, LONG_AGO, TOMORROW, City

PASS, FAIL, UNKNOWN, NOT_APPLICABLE = "PASS", "FAIL", "UNKNOWN", "NOT_APPLICABLE"
LATER = date(2021, 1, 1)
YESTERDAY = AS_OF - timedelta(days=1)


class Expected(NamedTuple):
    subject: str
    place: str
    result: str
    observed: str | None
    evidence: list[tuple[str, str]]


class Case(NamedTuple):
    rule: str
    name: str
    build: Callable[[City, City], Expected]


CASES: list[Case] = []


def case(rule):
    """A function that fills a city, and a second one where it takes it, and says what the rule finds there."""

    def keep(build):
        CASES.append(Case(rule, build.__name__, build))
        return build

    return keep


def each(type_, ids):
    return [(type_, id_) for id_ in ids]


# --- COM1: three to five departments ---


def community_with_departments(city, number):
    community = city.community()
    departments = [city.department() for _ in range(number)]
    for department in departments:
        city.pair(department, community)
    return community, departments


def departments_make(number, result, observed):
    def build(city, _):
        community, departments = community_with_departments(city, number)
        return Expected(community, community, result, observed, each("Department", departments))

    build.__name__ = f"{number}_departments"
    return build


for number, result, observed in (
    (0, FAIL, "0 departments"),
    (1, FAIL, "1 department"),
    (2, FAIL, "2 departments"),
    (3, PASS, "3 departments"),
    (5, PASS, "5 departments"),
    (6, FAIL, "6 departments"),
):
    case("COM1")(departments_make(number, result, observed))


@case("COM1")
def a_pairing_no_longer_holds_on_the_day_that_it_ends(city, _):
    community, departments = community_with_departments(city, 2)
    city.pair(city.department(), community, until=AS_OF)
    return Expected(community, community, FAIL, "2 departments", each("Department", departments))


@case("COM1")
def a_pairing_holds_until_the_day_before_it_ends(city, _):
    community, departments = community_with_departments(city, 2)
    last = city.department()
    city.pair(last, community, until=TOMORROW)
    return Expected(community, community, PASS, "3 departments", each("Department", [*departments, last]))


@case("COM1")
def a_pairing_holds_from_its_first_day(city, _):
    community, departments = community_with_departments(city, 2)
    last = city.department()
    city.pair(last, community, since=AS_OF)
    return Expected(community, community, PASS, "3 departments", each("Department", [*departments, last]))


@case("COM1")
def a_pairing_to_come_does_not_hold(city, _):
    community, departments = community_with_departments(city, 2)
    city.pair(city.department(), community, since=TOMORROW)
    return Expected(community, community, FAIL, "2 departments", each("Department", departments))


@case("COM1")
def a_department_paired_twice_with_the_community_counts_once(city, _):
    community, departments = community_with_departments(city, 2)
    city.pair(departments[0], community, since=LATER)
    return Expected(community, community, FAIL, "2 departments", each("Department", departments))


@case("COM1")
def leaders_are_no_departments(city, _):
    community, departments = community_with_departments(city, 2)
    city.pair(city.leader(), community)
    return Expected(community, community, FAIL, "2 departments", each("Department", departments))


# --- COM2: a leader ---


@case("COM2")
def no_leader(city, _):
    community, _departments = community_with_departments(city, 1)
    return Expected(community, community, FAIL, "0 leaders", [])


@case("COM2")
def one_leader(city, _):
    community, leader = city.community(), city.leader()
    city.pair(leader, community)
    return Expected(community, community, PASS, "1 leader", [("Leader", leader)])


@case("COM2")
def two_leaders(city, _):
    community, leaders = city.community(), [city.leader(), city.leader()]
    for leader in reversed(leaders):
        city.pair(leader, community)
    return Expected(community, community, PASS, "2 leaders", each("Leader", leaders))


@case("COM2")
def a_leader_whose_pairing_ended(city, _):
    community = city.community()
    city.pair(city.leader(), community, until=AS_OF)
    return Expected(community, community, FAIL, "0 leaders", [])


# --- DEP1, LDR1: exactly one pairing ---


@case("DEP1")
def department_with_one_pairing(city, _):
    community, department = city.community(), city.department()
    pairing = city.pair(department, community)
    return Expected(department, community, PASS, "1 pairing", [("DepartmentPairing", pairing)])


@case("DEP1")
def unpaired_department_belongs_to_its_city(city, _):
    city.community()
    department = city.department()
    return Expected(department, city.code, FAIL, "0 pairings", [])


@case("DEP1")
def department_with_two_pairings_belongs_to_the_earliest(city, _):
    first, second, department = city.community(), city.community(), city.department()
    late = city.pair(department, first, since=LATER)
    early = city.pair(department, second)
    return Expected(department, second, FAIL, "2 pairings", each("DepartmentPairing", [early, late]))


@case("DEP1")
def department_that_moved_today_has_one_pairing(city, _):
    left, entered, department = city.community(), city.community(), city.department()
    city.pair(department, left, until=AS_OF)
    pairing = city.pair(department, entered, since=AS_OF)
    return Expected(department, entered, PASS, "1 pairing", [("DepartmentPairing", pairing)])


@case("DEP1")
def department_that_moves_tomorrow_has_one_pairing(city, _):
    leaving, entering, department = city.community(), city.community(), city.department()
    pairing = city.pair(department, leaving, until=TOMORROW)
    city.pair(department, entering, since=TOMORROW)
    return Expected(department, leaving, PASS, "1 pairing", [("DepartmentPairing", pairing)])


@case("LDR1")
def leader_with_one_pairing(city, _):
    community, leader = city.community(), city.leader()
    pairing = city.pair(leader, community)
    return Expected(leader, community, PASS, "1 pairing", [("LeaderPairing", pairing)])


@case("LDR1")
def leader_unpaired_since_today_belongs_to_its_city(city, _):
    leader = city.leader()
    city.pair(leader, city.community(), until=AS_OF)
    return Expected(leader, city.code, FAIL, "0 pairings", [])


@case("LDR1")
def leader_with_two_pairings_belongs_to_the_earliest(city, _):
    first, second, leader = city.community(), city.community(), city.leader()
    late = city.pair(leader, first, since=LATER)
    early = city.pair(leader, second)
    return Expected(leader, second, FAIL, "2 pairings", each("LeaderPairing", [early, late]))


@case("LDR1")
def leader_with_two_pairings_since_one_day_belongs_to_the_first_id(city, _):
    first, second, leader = city.community(), city.community(), city.leader()
    pairings = [city.pair(leader, second), city.pair(leader, first)]
    return Expected(leader, second, FAIL, "2 pairings", each("LeaderPairing", pairings))


# --- DEP2: where the supervisor is ---


def supervised(city, **dates):
    """A department paired with a community, and its supervisor."""
    community, department, leader = city.community(), city.department(), city.leader()
    pairing = city.pair(department, community)
    city.supervise(leader, department, **dates)
    return community, department, pairing, leader


@case("DEP2")
def supervisor_in_the_same_community(city, _):
    community, department, pairing, leader = supervised(city)
    theirs = city.pair(leader, community)
    evidence = [("Leader", leader), ("DepartmentPairing", pairing), ("LeaderPairing", theirs)]
    return Expected(department, community, PASS, f"name of {leader} is paired with name of {community}", evidence)


@case("DEP2")
def supervisor_in_another_community(city, _):
    community, department, pairing, leader = supervised(city)
    elsewhere = city.community()
    theirs = city.pair(leader, elsewhere)
    evidence = [("Leader", leader), ("DepartmentPairing", pairing), ("LeaderPairing", theirs)]
    return Expected(department, community, FAIL, f"name of {leader} is paired with name of {elsewhere}", evidence)


@case("DEP2")
def supervisor_who_left_the_community_today(city, _):
    community, department, pairing, leader = supervised(city)
    city.pair(leader, community, until=AS_OF)
    evidence = [("Leader", leader), ("DepartmentPairing", pairing)]
    return Expected(department, community, FAIL, f"name of {leader} is paired with no community", evidence)


@case("DEP2")
def unpaired_supervisor(city, _):
    community, department, pairing, leader = supervised(city)
    evidence = [("Leader", leader), ("DepartmentPairing", pairing)]
    return Expected(department, community, FAIL, f"name of {leader} is paired with no community", evidence)


@case("DEP2")
def no_supervisor(city, _):
    community, department = city.community(), city.department()
    pairing = city.pair(department, community)
    evidence = [("DepartmentPairing", pairing)]
    return Expected(department, community, UNKNOWN, "no supervisor on record", evidence)


@case("DEP2")
def supervisor_no_more(city, _):
    community, department, pairing, leader = supervised(city, until=AS_OF)
    city.pair(leader, community)
    evidence = [("DepartmentPairing", pairing)]
    return Expected(department, community, UNKNOWN, "no supervisor on record", evidence)


@case("DEP2")
def unpaired_department_is_not_asked_for_its_supervisor(city, _):
    community, department, leader = city.community(), city.department(), city.leader()
    city.supervise(leader, department)
    theirs = city.pair(leader, community)
    return Expected(department, city.code, NOT_APPLICABLE, None, [("Leader", leader), ("LeaderPairing", theirs)])


@case("DEP2")
def supervisor_in_several_communities_among_them_the_same(city, _):
    community, department, pairing, leader = supervised(city)
    elsewhere = city.pair(leader, city.community())
    same = city.pair(leader, community, since=LATER)
    evidence = [("Leader", leader), ("DepartmentPairing", pairing), *each("LeaderPairing", [same, elsewhere])]
    return Expected(department, community, PASS, f"name of {leader} is paired with name of {community}", evidence)


@case("DEP2")
def supervisor_in_the_community_of_a_later_pairing_only(city, _):
    community, department, pairing, leader = supervised(city)
    later = city.community()
    city.pair(department, later, since=LATER)
    theirs = city.pair(leader, later)
    evidence = [("Leader", leader), ("DepartmentPairing", pairing), ("LeaderPairing", theirs)]
    return Expected(department, community, FAIL, f"name of {leader} is paired with name of {later}", evidence)


@case("DEP2")
def the_earliest_of_two_supervisors_counts(city, _):
    community, department, pairing, leader = supervised(city)
    second = city.leader()
    city.supervise(second, department, since=LATER)
    city.pair(second, community)
    evidence = [("Leader", leader), ("DepartmentPairing", pairing)]
    return Expected(department, community, FAIL, f"name of {leader} is paired with no community", evidence)


# --- DEP3: among the three nearest ---

HERE = [124.0, 40.0]


def east(steps):
    """A point some steps east of `HERE`."""
    return [HERE[0] + steps / 100, HERE[1]]


def at_steps(city, *steps):
    """A department at `HERE`, paired with the last of the communities that are so many steps away."""
    department = city.department(HERE)
    communities = [city.community(location=east(step)) for step in steps]
    return department, communities[-1], city.pair(department, communities[-1])


@case("DEP3")
def nearest_community(city, _):
    department, community, pairing = at_steps(city, 2, 0)
    return Expected(department, community, PASS, "distance rank 1, 0 m", [("DepartmentPairing", pairing)])


@case("DEP3")
def third_nearest_community(city, _):
    department, community, pairing = at_steps(city, 1, 2, 4, 3)
    return Expected(department, community, PASS, "distance rank 3, 2558 m", [("DepartmentPairing", pairing)])


@case("DEP3")
def fourth_nearest_community(city, _):
    department, community, pairing = at_steps(city, 1, 2, 3, 4)
    return Expected(department, community, FAIL, "distance rank 4, 3411 m", [("DepartmentPairing", pairing)])


@case("DEP3")
def communities_as_near_as_its_own_are_not_nearer(city, _):
    department, community, pairing = at_steps(city, 1, 2, 3, 3, 3, 3)
    return Expected(department, community, PASS, "distance rank 3, 2558 m", [("DepartmentPairing", pairing)])


@case("DEP3")
def communities_without_location_are_not_nearer(city, _):
    city.community()
    department, community, pairing = at_steps(city, 1, 2, 3)
    return Expected(department, community, PASS, "distance rank 3, 2558 m", [("DepartmentPairing", pairing)])


@case("DEP3")
def communities_of_another_city_are_not_counted(city, other):
    department, community, pairing = at_steps(city, 1, 2, 3)
    other.community(location=HERE)
    return Expected(department, community, PASS, "distance rank 3, 2558 m", [("DepartmentPairing", pairing)])


@case("DEP3")
def department_without_location(city, _):
    community, department = city.community(location=HERE), city.department()
    pairing = city.pair(department, community)
    observed = "no location of the department on record"
    return Expected(department, community, UNKNOWN, observed, [("DepartmentPairing", pairing)])


@case("DEP3")
def community_without_location(city, _):
    community, department = city.community(), city.department(HERE)
    pairing = city.pair(department, community)
    observed = "no location of the community on record"
    return Expected(department, community, UNKNOWN, observed, [("DepartmentPairing", pairing)])


@case("DEP3")
def unpaired_department_has_no_distance(city, _):
    city.community(location=HERE)
    department = city.department(HERE)
    return Expected(department, city.code, NOT_APPLICABLE, None, [])


# --- CMP1, CMP2: the parties ---


@case("CMP1")
def compound_with_a_branch(city, _):
    compound = city.compound()
    branch = city.branch(compound)
    return Expected(compound, compound, PASS, "1 branch", [("Branch", branch)])


@case("CMP1")
def compound_without_a_branch(city, _):
    compound = city.compound()
    city.owners_committee(compound)
    return Expected(compound, compound, FAIL, "0 branches", [])


@case("CMP1")
def branch_that_ended_today(city, _):
    compound = city.compound()
    city.branch(compound, until=AS_OF)
    return Expected(compound, compound, FAIL, "0 branches", [])


@case("CMP1")
def branch_to_come(city, _):
    compound = city.compound()
    city.branch(compound, since=TOMORROW)
    return Expected(compound, compound, FAIL, "0 branches", [])


@case("CMP1")
def two_branches(city, _):
    compound = city.compound()
    late = city.branch(compound, since=LATER)
    early = city.branch(compound)
    return Expected(compound, compound, FAIL, "2 branches", each("Branch", [early, late]))


@case("CMP2")
def all_three_parties(city, _):
    compound = city.compound()
    parties = [
        ("OwnersCommittee", city.owners_committee(compound)),
        ("PropertyCompany", city.property_company(compound)),
        ("Branch", city.branch(compound)),
    ]
    return Expected(compound, compound, PASS, "all three parties", parties[::-1])


@case("CMP2")
def no_party(city, _):
    compound = city.compound()
    return Expected(compound, compound, FAIL, "no branch, no property company, no owners' committee", [])


@case("CMP2")
def without_branch(city, _):
    compound = city.compound()
    company, committee = city.property_company(compound), city.owners_committee(compound)
    evidence = [("PropertyCompany", company), ("OwnersCommittee", committee)]
    return Expected(compound, compound, FAIL, "no branch", evidence)


@case("CMP2")
def without_owners_committee(city, _):
    compound = city.compound()
    branch, company = city.branch(compound), city.property_company(compound)
    evidence = [("Branch", branch), ("PropertyCompany", company)]
    return Expected(compound, compound, FAIL, "no owners' committee", evidence)


@case("CMP2")
def property_company_that_serves_no_more(city, _):
    compound = city.compound()
    city.property_company(compound, until=AS_OF)
    evidence = [("Branch", city.branch(compound)), ("OwnersCommittee", city.owners_committee(compound))]
    return Expected(compound, compound, FAIL, "no property company", evidence)


# --- CMP3: cross-appointments ---


@case("CMP3")
def nobody_in_two_parties(city, _):
    compound = city.compound()
    city.appoint(city.person(), city.branch(compound), "SECRETARY")
    city.appoint(city.person(), city.owners_committee(compound), "DIRECTOR")
    return Expected(compound, compound, FAIL, "0 cross-appointments", [])


@case("CMP3")
def one_person_in_two_parties(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "COMMITTEE_MEMBER")
    city.appoint(person, city.property_company(compound), "QUALITY_SUPERVISOR")
    evidence = [("CrossAppointment", f"{compound}|{person}|BRANCH_TO_PROPERTY_SUPERVISOR")]
    return Expected(compound, compound, PASS, "1 cross-appointment", evidence)


@case("CMP3")
def one_person_in_all_three_parties(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "SECRETARY")
    city.appoint(person, city.property_company(compound), "PARTY_HEAD")
    city.appoint(person, city.owners_committee(compound), "MEMBER", since=LATER)
    channels = ["BRANCH_TO_OWNERS_COMMITTEE", "PROPERTY_TO_BRANCH"]
    evidence = [("CrossAppointment", f"{compound}|{person}|{channel}") for channel in channels]
    return Expected(compound, compound, PASS, "2 cross-appointments", evidence)


@case("CMP3")
def seat_that_ended_today(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "SECRETARY")
    city.appoint(person, city.owners_committee(compound), "DIRECTOR", until=AS_OF)
    return Expected(compound, compound, FAIL, "0 cross-appointments", [])


@case("CMP3")
def manager_of_the_company_is_not_cross_appointed(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound), "SECRETARY")
    city.appoint(person, city.property_company(compound), "MANAGER")
    return Expected(compound, compound, FAIL, "0 cross-appointments", [])


@case("CMP3")
def owners_committee_and_company_without_branch(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.owners_committee(compound), "DIRECTOR")
    city.appoint(person, city.property_company(compound), "PARTY_HEAD")
    return Expected(compound, compound, NOT_APPLICABLE, None, [])


@case("CMP3")
def branch_ended_with_its_seats_left(city, _):
    compound, person = city.compound(), city.person()
    city.appoint(person, city.branch(compound, until=AS_OF), "SECRETARY")
    city.appoint(person, city.owners_committee(compound), "DIRECTOR")
    return Expected(compound, compound, NOT_APPLICABLE, None, [])


# --- BLD1, BLD2: buildings and their groups ---


def building_in_compound(city, **branch):
    compound = city.compound()
    city.branch(compound, **branch)
    return compound, city.building(compound)


@case("BLD1")
def building_in_a_group(city, _):
    compound, building = building_in_compound(city)
    group = city.group(compound, [building])
    return Expected(building, building, PASS, "in 1 group", [("BuildingGroup", group)])


@case("BLD1")
def building_in_two_groups_is_in_one(city, _):
    compound, building = building_in_compound(city)
    groups = [city.group(compound, [building]), city.group(compound, [building])]
    return Expected(building, building, PASS, "in 2 groups", each("BuildingGroup", groups))


@case("BLD1")
def building_in_no_group(city, _):
    compound, building = building_in_compound(city)
    city.group(compound, [city.building(compound)])
    return Expected(building, building, FAIL, "in 0 groups", [])


@case("BLD1")
def building_left_by_its_group_today(city, _):
    compound, building = building_in_compound(city)
    city.cover(city.group(compound), building, until=AS_OF)
    return Expected(building, building, FAIL, "in 0 groups", [])


@case("BLD1")
def building_in_a_group_from_today(city, _):
    compound, building = building_in_compound(city)
    group = city.group(compound)
    city.cover(group, building, since=AS_OF)
    return Expected(building, building, PASS, "in 1 group", [("BuildingGroup", group)])


@case("BLD1")
def building_of_a_compound_without_branch(city, _):
    building = city.building(city.compound())
    return Expected(building, building, NOT_APPLICABLE, None, [])


@case("BLD1")
def building_of_a_compound_whose_branch_ended(city, _):
    compound, building = building_in_compound(city, until=AS_OF)
    group = city.group(compound, [building])
    return Expected(building, building, NOT_APPLICABLE, None, [("BuildingGroup", group)])


@case("BLD2")
def building_in_exactly_one_group(city, _):
    compound = city.compound()
    building = city.building(compound)
    group = city.group(compound, [building])
    return Expected(building, building, PASS, "in 1 group", [("BuildingGroup", group)])


@case("BLD2")
def building_in_two_groups(city, _):
    compound = city.compound()
    building = city.building(compound)
    groups = [city.group(compound, [building]), city.group(compound, [building])]
    return Expected(building, building, FAIL, "in 2 groups", each("BuildingGroup", groups))


@case("BLD2")
def building_covered_twice_by_one_group(city, _):
    compound = city.compound()
    building = city.building(compound)
    group = city.group(compound, [building, building])
    return Expected(building, building, PASS, "in 1 group", [("BuildingGroup", group)])


@case("BLD2")
def building_that_changed_its_group_today(city, _):
    compound = city.compound()
    building = city.building(compound)
    city.cover(city.group(compound), building, until=AS_OF)
    group = city.group(compound)
    city.cover(group, building, since=AS_OF)
    return Expected(building, building, PASS, "in 1 group", [("BuildingGroup", group)])


@case("BLD2")
def building_in_none(city, _):
    compound = city.compound()
    city.branch(compound)
    building = city.building(compound)
    return Expected(building, building, NOT_APPLICABLE, None, [])


# --- GRP1, GRP2: households and branch ---


@case("GRP1")
def group_with_a_household(city, _):
    compound = city.compound()
    group = city.group(compound)
    city.household(group)
    return Expected(group, compound, PASS, "1 central household", [("BuildingGroup", group)])


@case("GRP1")
def group_with_two_households(city, _):
    compound = city.compound()
    group = city.group(compound)
    city.household(group)
    city.household(group, since=AS_OF)
    return Expected(group, compound, PASS, "2 central households", [("BuildingGroup", group)])


@case("GRP1")
def group_without_household(city, _):
    compound = city.compound()
    group = city.group(compound)
    return Expected(group, compound, FAIL, "0 central households", [("BuildingGroup", group)])


@case("GRP1")
def household_that_ended_today(city, _):
    compound = city.compound()
    group = city.group(compound)
    city.household(group, until=AS_OF)
    return Expected(group, compound, FAIL, "0 central households", [("BuildingGroup", group)])


@case("GRP1")
def group_formed_in_two_compounds_is_judged_once_in_the_latest(city, _):
    community = city.community()
    early, late = city.compound(community), city.compound(community)
    group = city.group(late, since=LATER)
    city.form(group, early)
    return Expected(group, late, FAIL, "0 central households", [("BuildingGroup", group)])


@case("GRP1")
def group_formed_twice_in_one_compound_is_judged_once(city, _):
    compound = city.compound()
    group = city.group(compound)
    city.form(group, compound, since=LATER)
    return Expected(group, compound, FAIL, "0 central households", [("BuildingGroup", group)])


@case("GRP1")
def group_that_moved_belongs_to_where_it_is(city, _):
    community = city.community()
    left, entered = city.compound(community), city.compound(community)
    group = city.group(left, until=AS_OF)
    city.form(group, entered, since=AS_OF)
    return Expected(group, entered, FAIL, "0 central households", [("BuildingGroup", group)])


@case("GRP2")
def group_in_a_compound_with_branch(city, _):
    compound = city.compound()
    branch, group = city.branch(compound), city.group(compound)
    return Expected(group, compound, PASS, f"name of {compound} has a branch", [("Branch", branch)])


@case("GRP2")
def group_in_a_compound_without_branch(city, _):
    compound = city.compound()
    group = city.group(compound)
    return Expected(group, compound, FAIL, f"name of {compound} has no branch", [])


@case("GRP2")
def group_that_outlives_the_branch(city, _):
    compound = city.compound()
    city.branch(compound, until=AS_OF)
    group = city.group(compound)
    return Expected(group, compound, FAIL, f"name of {compound} has no branch", [])


# --- GRP3: adjacent buildings ---


def group_over(city, number):
    compound = city.compound()
    buildings = city.buildings(compound, number)
    return compound, buildings, city.group(compound, buildings)


@case("GRP3")
def two_adjacent_buildings(city, _):
    compound, buildings, group = group_over(city, 2)
    city.adjacent(*buildings)
    return Expected(group, compound, PASS, "2 buildings, all connected", each("Building", buildings))


@case("GRP3")
def a_row_of_buildings_recorded_from_both_ends(city, _):
    compound, buildings, group = group_over(city, 5)
    city.adjacent(buildings[0], buildings[3], buildings[1])
    city.adjacent(buildings[4], buildings[2], buildings[1])
    return Expected(group, compound, PASS, "5 buildings, all connected", each("Building", buildings))


@case("GRP3")
def a_ring_of_buildings(city, _):
    compound, buildings, group = group_over(city, 4)
    city.adjacent(*buildings, buildings[0])
    return Expected(group, compound, PASS, "4 buildings, all connected", each("Building", buildings))


@case("GRP3")
def two_pairs_of_adjacent_buildings(city, _):
    compound, buildings, group = group_over(city, 4)
    city.adjacent(*buildings[:2])
    city.adjacent(*buildings[2:])
    return Expected(group, compound, FAIL, "4 buildings, not all connected", each("Building", buildings))


@case("GRP3")
def buildings_connected_by_one_that_is_not_covered_only(city, _):
    compound, buildings, group = group_over(city, 2)
    city.adjacent(buildings[0], city.building(compound), buildings[1])
    return Expected(group, compound, FAIL, "2 buildings, not all connected", each("Building", buildings))


@case("GRP3")
def building_without_adjacency_on_record(city, _):
    compound, buildings, group = group_over(city, 3)
    city.adjacent(*buildings[1:])
    observed = "1 of 3 buildings without adjacency on record"
    return Expected(group, compound, UNKNOWN, observed, each("Building", buildings))


@case("GRP3")
def one_building_is_no_set(city, _):
    compound, buildings, group = group_over(city, 1)
    return Expected(group, compound, NOT_APPLICABLE, None, each("Building", buildings))


@case("GRP3")
def no_building(city, _):
    compound, _buildings, group = group_over(city, 0)
    return Expected(group, compound, NOT_APPLICABLE, None, [])


@case("GRP3")
def building_left_today_is_not_covered(city, _):
    compound, buildings, group = group_over(city, 1)
    city.cover(group, city.building(compound), until=AS_OF)
    return Expected(group, compound, NOT_APPLICABLE, None, each("Building", buildings))


@case("GRP3")
def building_covered_twice_counts_once(city, _):
    compound, buildings, group = group_over(city, 1)
    city.cover(group, buildings[0], since=LATER)
    return Expected(group, compound, NOT_APPLICABLE, None, each("Building", buildings))


# --- GRP4: a retired leader ---


def group_led_by(city, person, **dates):
    compound = city.compound()
    group = city.group(compound)
    city.lead(person, group, **dates)
    return compound, group


@case("GRP4")
def retired_leader(city, _):
    person = city.person(retired=True)
    compound, group = group_led_by(city, person)
    return Expected(group, compound, PASS, "leader retired", [("Person", person)])


@case("GRP4")
def leader_at_work(city, _):
    person = city.person(retired=False)
    compound, group = group_led_by(city, person)
    return Expected(group, compound, FAIL, "leader not retired", [("Person", person)])


@case("GRP4")
def leader_of_whom_it_is_not_on_record(city, _):
    person = city.person()
    compound, group = group_led_by(city, person)
    observed = "not on record whether the leader is retired"
    return Expected(group, compound, UNKNOWN, observed, [("Person", person)])


@case("GRP4")
def group_without_leader(city, _):
    compound = city.compound()
    group = city.group(compound)
    return Expected(group, compound, FAIL, "no leader", [])


@case("GRP4")
def leader_who_gave_up_today(city, _):
    compound, group = group_led_by(city, city.person(retired=True), until=AS_OF)
    return Expected(group, compound, FAIL, "no leader", [])


@case("GRP4")
def leader_replaced_today(city, _):
    compound, group = group_led_by(city, city.person(retired=False), until=AS_OF)
    successor = city.person(retired=True)
    city.lead(successor, group, since=AS_OF)
    return Expected(group, compound, PASS, "leader retired", [("Person", successor)])


@case("GRP4")
def the_earliest_of_two_leaders_counts(city, _):
    compound, group = group_led_by(city, city.person(retired=True), since=LATER)
    first = city.person(retired=False)
    city.lead(first, group, since=LONG_AGO)
    return Expected(group, compound, FAIL, "leader not retired", [("Person", first)])


@case("GRP4")
def group_led_by_a_leader_of_the_city(city, _):
    leader = city.leader(retired=True)
    compound, group = group_led_by(city, leader, since=YESTERDAY)
    return Expected(group, compound, PASS, "leader retired", [("Leader", leader)])
