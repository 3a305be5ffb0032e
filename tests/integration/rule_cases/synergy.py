"""The rules about synergy bodies: of communities and of departments."""

from tiny_city import AS_OF, TOMORROW

from rule_cases.cases import FAIL, LATER, NOT_APPLICABLE, PASS, YESTERDAY, Expected, case, each

ALL = ["PARTY_WORK", "SECURITY", "FACILITIES", "CULTURE"]

# --- COM4: a synergy body ---


def found(community, result, observed, *bodies):
    return Expected(community, community, result, observed, each("SynergyBody", bodies))


@case("COM4")
def community_with_a_body(city, _):
    community = city.community()
    return found(community, PASS, "1 synergy body", city.synergy_body(community))


@case("COM4")
def community_without_a_body(city, _):
    city.synergy_body(city.community())
    return found(city.community(), FAIL, "0 synergy bodies")


@case("COM4")
def community_with_two_bodies(city, _):
    community = city.community()
    bodies = [city.synergy_body(community) for _ in range(2)]
    return found(community, FAIL, "2 synergy bodies", *bodies)


@case("COM4")
def body_that_begins_today(city, _):
    community = city.community()
    return found(community, PASS, "1 synergy body", city.synergy_body(community, since=AS_OF))


@case("COM4")
def body_that_begins_tomorrow(city, _):
    community = city.community()
    city.synergy_body(community, since=TOMORROW)
    return found(community, FAIL, "0 synergy bodies")


@case("COM4")
def body_that_ends_tomorrow(city, _):
    community = city.community()
    return found(community, PASS, "1 synergy body", city.synergy_body(community, until=TOMORROW))


@case("COM4")
def body_that_ended_today(city, _):
    community = city.community()
    city.synergy_body(community, until=AS_OF)
    return found(community, FAIL, "0 synergy bodies")


@case("COM4")
def conference_is_no_synergy_body(city, _):
    community = city.community()
    conference = city.node(f"{community}K1", "Organization:Conference")
    city.dated(conference, "SERVES", community, LATER, None)
    return found(community, FAIL, "0 synergy bodies")


# --- COM5: all four functions ---


@case("COM5")
def body_with_all_functions(city, _):
    community = city.community()
    return found(community, PASS, "all four functions", city.synergy_body(community, ALL[::-1]))


@case("COM5")
def body_that_lacks_one(city, _):
    community = city.community()
    return found(community, FAIL, "no security", city.synergy_body(community, ["CULTURE", "PARTY_WORK", "FACILITIES"]))


@case("COM5")
def body_that_lacks_all_but_one(city, _):
    community = city.community()
    body = city.synergy_body(community, ["SECURITY"])
    return found(community, FAIL, "no party work, no facilities, no culture", body)


@case("COM5")
def community_without_a_body_has_no_functions(city, _):
    return found(city.community(), NOT_APPLICABLE, None)


@case("COM5")
def body_that_ended_today_has_no_functions(city, _):
    community = city.community()
    city.synergy_body(community, until=AS_OF)
    return found(community, NOT_APPLICABLE, None)


@case("COM5")
def the_earliest_of_two_bodies_counts(city, _):
    community = city.community()
    city.synergy_body(community, ALL, since=LATER)
    body = city.synergy_body(community, ALL[1:])
    return found(community, FAIL, "no party work", body)


# --- DEP6: the department is a member ---


def paired_beside_a_body(city):
    community, department = city.community(), city.department()
    city.pair(department, community)
    return community, department, city.synergy_body(community)


def deed_found(department, community, result, body):
    word = {PASS: "a", FAIL: "no"}[result]
    observed = f"{word} member unit of name of {body}"
    return Expected(department, community, result, observed, [("SynergyBody", body)])


@case("DEP6")
def department_that_is_a_member(city, _):
    community, department, body = paired_beside_a_body(city)
    city.join(department, body)
    return deed_found(department, community, PASS, body)


@case("DEP6")
def department_that_is_no_member(city, _):
    community, department, body = paired_beside_a_body(city)
    city.join(city.department(), body)
    return deed_found(department, community, FAIL, body)


@case("DEP6")
def department_that_is_a_member_elsewhere(city, _):
    community, department, body = paired_beside_a_body(city)
    city.join(department, city.synergy_body(city.community()))
    return deed_found(department, community, FAIL, body)


@case("DEP6")
def membership_that_begins_today(city, _):
    community, department, body = paired_beside_a_body(city)
    city.join(department, body, since=AS_OF)
    return deed_found(department, community, PASS, body)


@case("DEP6")
def membership_that_begins_tomorrow(city, _):
    community, department, body = paired_beside_a_body(city)
    city.join(department, body, since=TOMORROW)
    return deed_found(department, community, FAIL, body)


@case("DEP6")
def membership_that_ended_today(city, _):
    community, department, body = paired_beside_a_body(city)
    city.join(department, body, until=AS_OF)
    return deed_found(department, community, FAIL, body)


@case("DEP6")
def membership_that_ended_yesterday_and_began_anew(city, _):
    community, department, body = paired_beside_a_body(city)
    city.join(department, body, until=YESTERDAY)
    city.join(department, body, since=YESTERDAY)
    return deed_found(department, community, PASS, body)


@case("DEP6")
def department_of_two_communities_belongs_to_the_body_of_the_earlier(city, _):
    community, department, body = paired_beside_a_body(city)
    later = city.community()
    city.pair(department, later, since=LATER)
    city.join(department, city.synergy_body(later))
    return deed_found(department, community, FAIL, body)


@case("DEP6")
def community_of_the_department_without_a_body(city, _):
    community, department = city.community(), city.department()
    city.pair(department, community)
    city.join(department, city.synergy_body(city.community()))
    return Expected(department, community, NOT_APPLICABLE, None, [])


@case("DEP6")
def body_of_the_community_that_ended_today(city, _):
    community, department = city.community(), city.department()
    city.pair(department, community)
    city.join(department, city.synergy_body(community, until=AS_OF))
    return Expected(department, community, NOT_APPLICABLE, None, [])


@case("DEP6")
def unpaired_department_that_is_a_member(city, _):
    department = city.department()
    city.join(department, city.synergy_body(city.community()))
    return Expected(department, city.code, NOT_APPLICABLE, None, [])
