"""The rules of communities."""

from tiny_city import AS_OF, TOMORROW

from rule_cases.cases import FAIL, LATER, PASS, Expected, case, each

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
