"""The rule of leaders' visits."""

from datetime import date, timedelta

from rule_cases.cases import FAIL, NOT_APPLICABLE, PASS, Expected, case, each

# The last complete quarter before 2026-06-30.
FIRST, LAST = date(2026, 1, 1), date(2026, 3, 31)
DAY = timedelta(days=1)


def paired(city, **dates):
    community, leader = city.community(), city.leader()
    city.pair(leader, community, **dates)
    return leader, community


@case("LDR2")
def leader_who_visited_on_the_first_and_the_last_day(city, _):
    leader, community = paired(city)
    visits = [city.visit(leader, community, day) for day in (FIRST, LAST)]
    return Expected(leader, community, PASS, "2 visits", each("Visit", visits))


@case("LDR2")
def leader_whose_visits_are_told_from_the_earliest(city, _):
    leader, community = paired(city)
    late, early = (city.visit(leader, community, day) for day in (LAST, FIRST))
    return Expected(leader, community, PASS, "2 visits", each("Visit", [early, late]))


@case("LDR2")
def leader_who_visited_the_day_before_the_quarter_and_the_day_after(city, _):
    leader, community = paired(city)
    for day in (FIRST - DAY, LAST + DAY):
        city.visit(leader, community, day)
    return Expected(leader, community, FAIL, "0 visits", [])


@case("LDR2")
def leader_who_visited_another_community(city, _):
    leader, community = paired(city)
    city.visit(leader, city.community(), FIRST)
    return Expected(leader, community, FAIL, "0 visits", [])


@case("LDR2")
def leader_of_whose_community_another_leader_was_the_visitor(city, _):
    leader, community = paired(city)
    city.visit(city.leader(), community, FIRST)
    return Expected(leader, community, FAIL, "0 visits", [])


@case("LDR2")
def leader_paired_from_the_quarter_s_first_day(city, _):
    leader, community = paired(city, since=FIRST)
    return Expected(leader, community, FAIL, "0 visits", [])


@case("LDR2")
def leader_paired_from_the_quarter_s_second_day(city, _):
    leader, community = paired(city, since=FIRST + DAY)
    city.visit(leader, community, LAST)
    return Expected(leader, community, NOT_APPLICABLE, None, [])


@case("LDR2")
def leader_without_a_pairing(city, _):
    leader = city.leader()
    city.visit(leader, city.community(), FIRST)
    return Expected(leader, city.code, NOT_APPLICABLE, None, [])


@case("LDR2")
def leader_with_two_pairings_visits_the_community_of_the_earliest(city, _):
    leader, community = paired(city)
    other = city.community()
    city.pair(leader, other, since=date(2021, 1, 1))
    city.visit(leader, other, FIRST)
    return Expected(leader, community, FAIL, "0 visits", [])
