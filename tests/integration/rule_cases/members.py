"""The rules of communities that are about in-service members and those whom they help."""

from datetime import date

from tiny_city import AS_OF, TOMORROW

from rule_cases.cases import FAIL, NOT_APPLICABLE, PASS, YESTERDAY, Expected, case, each

FIRST_DAY, DAY_BEFORE = date(2025, 1, 1), date(2024, 12, 31)
LAST_DAY, DAY_AFTER = date(2025, 12, 31), date(2026, 1, 1)
QUARTER, AFTER_IT = date(2026, 4, 1), date(2026, 4, 2)
WITHHELD = "withheld: fewer than 5"


def found(community, result, observed):
    return Expected(community, community, result, observed, [])


# --- COM6: posts, teams and zones ---


def served(city):
    community, kind = city.community(), city.post_kind()
    city.offer(community, kind)
    return community, kind, city.team(community), city.zone(community)


@case("COM6")
def a_post_a_team_and_a_zone(city, _):
    community, kind, team, zone = served(city)
    evidence = [("PostKind", kind), ("VolunteerTeam", team), ("ResponsibilityZone", zone)]
    return Expected(community, community, PASS, "1 kind of post, 1 team, 1 zone", evidence)


@case("COM6")
def the_evidence_is_the_first_ten(city, _):
    community, kind, *_others = served(city)
    kinds = [kind, *(city.post_kind() for _ in range(10))]
    for other in kinds[1:]:
        city.offer(community, other)
    return Expected(
        community, community, PASS, "11 kinds of post, 1 team, 1 zone", each("PostKind", sorted(kinds)[:10])
    )


@case("COM6")
def nothing_at_all(city, _):
    community = city.community()
    return Expected(community, community, FAIL, "0 kinds of post, 0 teams, 0 zones", [])


def lacking(what):
    def build(city, _):
        community, kind = city.community(), city.post_kind()
        until = {one: AS_OF if one == what else TOMORROW for one in ("post", "team", "zone")}
        city.offer(community, kind, until=until["post"])
        team, zone = city.team(community, until=until["team"]), city.zone(community, until=until["zone"])
        there = {"post": ("PostKind", kind), "team": ("VolunteerTeam", team), "zone": ("ResponsibilityZone", zone)}
        said = {"post": "0 kinds of post" if what == "post" else "1 kind of post"}
        said |= {one: f"0 {one}s" if one == what else f"1 {one}" for one in ("team", "zone")}
        evidence = [reference for one, reference in there.items() if one != what]
        return Expected(community, community, FAIL, ", ".join(said.values()), evidence)

    build.__name__ = f"the_{what}_ends_on_the_day"
    return build


for what in ("post", "team", "zone"):
    case("COM6")(lacking(what))


# --- MEM1: every member chose a post ---


def community_of_members(city, number, choosing):
    community, kind = city.community(), city.post_kind()
    members = [city.member(community) for _ in range(number)]
    for member in members[:choosing]:
        city.choose(member, kind)
    return community, kind, members


@case("MEM1")
def nobody_is_registered(city, _):
    community = city.community()
    city.member(community, until=AS_OF)
    city.member(community, since=TOMORROW)
    return found(community, NOT_APPLICABLE, None)


@case("MEM1")
def all_chose(city, _):
    community, *_others = community_of_members(city, 5, 5)
    return found(community, PASS, "5 of 5")


@case("MEM1")
def one_of_six_did_not(city, _):
    community, *_others = community_of_members(city, 6, 5)
    return found(community, FAIL, "5 of 6")


@case("MEM1")
def a_choice_counts_from_its_day(city, _):
    community, kind, members = community_of_members(city, 6, 4)
    city.choose(members[4], kind, since=AS_OF)
    city.choose(members[5], kind, since=TOMORROW)
    return found(community, FAIL, "5 of 6")


@case("MEM1")
def of_fewer_than_five_no_number_is_told(city, _):
    community, *_others = community_of_members(city, 4, 4)
    return found(community, PASS, WITHHELD)


@case("MEM1")
def a_member_who_has_moved_away_is_none(city, _):
    community, *_others = community_of_members(city, 5, 5)
    city.member(community, until=AS_OF)
    return found(community, PASS, "5 of 5")


# --- MEM2: both forms ---


def community_with_forms(city, number):
    community = city.community()
    for _ in range(number):
        city.give_feedback(city.member(community), community, LAST_DAY)
    return community


@case("MEM2")
def registered_a_day_too_late_to_be_checked(city, _):
    community = city.community()
    city.member(community, since=date(2025, 1, 2))
    return found(community, NOT_APPLICABLE, None)


@case("MEM2")
def all_handed_in_both(city, _):
    return found(community_with_forms(city, 5), PASS, "5 of 5")


@case("MEM2")
def registered_on_the_first_day_and_without_feedback(city, _):
    community = community_with_forms(city, 5)
    city.member(community, since=FIRST_DAY)
    return found(community, FAIL, "5 of 6")


def feedback_on(day, result, observed):
    def build(city, _):
        community = community_with_forms(city, 5)
        city.give_feedback(city.member(community), community, day)
        return found(community, result, observed)

    build.__name__ = f"feedback_on_{day}"
    return build


for day, result, observed in (
    (DAY_BEFORE, FAIL, "5 of 6"),
    (FIRST_DAY, PASS, "6 of 6"),
    (LAST_DAY, PASS, "6 of 6"),
    (DAY_AFTER, FAIL, "5 of 6"),
):
    case("MEM2")(feedback_on(day, result, observed))


def registration_form_on(day, result, observed):
    def build(city, _):
        community = community_with_forms(city, 5)
        city.give_feedback(city.member(community, form_on=day), community, LAST_DAY)
        return found(community, result, observed)

    build.__name__ = f"registration_form_on_{day}"
    return build


for day, result, observed in ((None, FAIL, "5 of 6"), (AS_OF, PASS, "6 of 6"), (TOMORROW, FAIL, "5 of 6")):
    case("MEM2")(registration_form_on(day, result, observed))


@case("MEM2")
def no_number_is_told_of_fewer_than_five(city, _):
    community = community_with_forms(city, 3)
    city.member(community)
    return found(community, FAIL, WITHHELD)


# --- HH1: every person in difficulty is paired ---


def community_in_difficulty(city, number, helped):
    community = city.community()
    people = [city.person_in_difficulty(community) for _ in range(number)]
    for person in people[:helped]:
        city.help(city.member(community), person)
    return community, people


@case("HH1")
def nobody_is_on_record(city, _):
    community = city.community()
    city.person_in_difficulty(community, until=QUARTER)
    city.person_in_difficulty(community, since=AFTER_IT)
    return found(community, NOT_APPLICABLE, "0 of 0, rounded down to multiples of 5, at the start of the quarter")


def people(number, helped, result, observed):
    def build(city, _):
        community, _people = community_in_difficulty(city, number, helped)
        return found(community, result, observed)

    build.__name__ = f"{helped}_of_{number}"
    return build


for number, helped, result, observed in (
    (1, 0, FAIL, WITHHELD),
    (1, 1, PASS, WITHHELD),
    (4, 4, PASS, WITHHELD),
    (5, 5, PASS, "5 of 5, rounded down to multiples of 5, at the start of the quarter"),
    (6, 5, FAIL, "5 of 5, rounded down to multiples of 5, at the start of the quarter"),
    (6, 4, FAIL, WITHHELD),
    (7, 0, FAIL, "0 of 5, rounded down to multiples of 5, at the start of the quarter"),
    (12, 10, FAIL, "10 of 10, rounded down to multiples of 5, at the start of the quarter"),
):
    case("HH1")(people(number, helped, result, observed))


@case("HH1")
def result_and_counts_are_those_of_the_quarter_s_first(city, _):
    community, people = community_in_difficulty(city, 10, 9)
    city.help(city.member(community), people[9], since=AFTER_IT)
    return found(community, FAIL, "5 of 10, rounded down to multiples of 5, at the start of the quarter")


@case("HH1")
def what_begins_on_the_quarter_s_first_day_counts(city, _):
    community, people = community_in_difficulty(city, 10, 9)
    city.help(city.member(community), people[9], since=QUARTER)
    return found(community, PASS, "10 of 10, rounded down to multiples of 5, at the start of the quarter")


@case("HH1")
def a_pairing_that_ended(city, _):
    community, people = community_in_difficulty(city, 5, 4)
    city.help(city.member(community), people[4], until=AFTER_IT)
    return found(community, PASS, "5 of 5, rounded down to multiples of 5, at the start of the quarter")


@case("HH1")
def a_person_whom_two_members_help_counts_once(city, _):
    community, people = community_in_difficulty(city, 6, 5)
    city.help(city.member(community), people[0], since=YESTERDAY)
    return found(community, FAIL, "5 of 5, rounded down to multiples of 5, at the start of the quarter")


@case("HH1")
def a_person_who_left_this_quarter(city, _):
    community, _people = community_in_difficulty(city, 5, 5)
    city.person_in_difficulty(community, until=AFTER_IT)
    return found(community, FAIL, "5 of 5, rounded down to multiples of 5, at the start of the quarter")
