"""The rules of buildings."""

from tiny_city import AS_OF

from rule_cases.cases import FAIL, NOT_APPLICABLE, PASS, Expected, case, each

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
