"""The rules of departments and leaders."""

from tiny_city import AS_OF, TOMORROW

from rule_cases.cases import FAIL, LATER, NOT_APPLICABLE, PASS, UNKNOWN, Expected, case, each

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
