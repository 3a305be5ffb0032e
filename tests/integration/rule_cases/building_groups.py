"""The rules of building groups."""

from tiny_city import AS_OF, LONG_AGO

from rule_cases.cases import FAIL, LATER, NOT_APPLICABLE, PASS, UNKNOWN, YESTERDAY, Expected, case, each

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
def group_formed_in_two_compounds_is_checked_once_in_the_latest(city, _):
    community = city.community()
    early, late = city.compound(community), city.compound(community)
    group = city.group(late, since=LATER)
    city.form(group, early)
    return Expected(group, late, FAIL, "0 central households", [("BuildingGroup", group)])


@case("GRP1")
def group_formed_twice_in_one_compound_is_checked_once(city, _):
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
