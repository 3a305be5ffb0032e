"""The coverage rules on the real server: on tiny cities made for them, and on Donggang."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from rule_cases import CASES, Expected
from rule_cases.issues import conference, issue, meeting
from tiny_city import AS_OF, PREFIX, TOMORROW, City, NamelessCity, RenewedCity, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.resolvers.windows import last_complete
from graph_api.rules import rules_of
from graph_api.settings import IN_STATEMENTS, Settings

RULES = rules_of(load_catalogue())
TABLE = json.loads((Path(__file__).parents[1] / "rules.json").read_text(encoding="utf-8"))
CODES = [row["code"] for row in TABLE]
DONGGANG = "210681"
FIXED = {name: field.default for name, field in Settings.model_fields.items() if name in IN_STATEMENTS}
RESULTS = {"PASS", "FAIL", "UNKNOWN", "NOT_APPLICABLE"}

# A city of two communities in two subdistricts, each with one of everything; one department and one leader are unpaired.
WIDE = City(f"{PREFIX}9990")
FORMER = City(f"{PREFIX}9991")
# The kinds of city that each case is built in, and the last digits of its two cities.
CITIES = {City: (0, 1), RenewedCity: (2, 3), NamelessCity: (4, 5)}


def fill_wide_city():
    for _ in range(2):
        community = WIDE.community(WIDE.subdistrict())
        compound = WIDE.compound(community)
        WIDE.branch(compound)
        building = WIDE.building(compound)
        WIDE.group(compound, [building])
        WIDE.pair(WIDE.department(), community)
        WIDE.pair(WIDE.leader(), community)
        conference(WIDE, community)
        issue(WIDE, community, meeting(WIDE, community, AS_OF))
    WIDE.department()
    WIDE.leader()


def fill_former_city():
    compound = FORMER.compound()
    FORMER.group(compound, FORMER.buildings(compound, 1), until=AS_OF)
    FORMER.group(compound, FORMER.buildings(compound, 1), since=TOMORROW)


@pytest.fixture(scope="module")
async def graph(donggang):
    """Donggang with all tiny cities beside it, and what each case expects."""
    fill_wide_city()
    fill_former_city()
    cities, expected = [WIDE, FORMER], {}
    for kind, numbers in CITIES.items():
        for number, case in enumerate(CASES):
            city, other = (kind(f"{PREFIX}{number:03}{last}") for last in numbers)
            expected[kind, case] = (city.code, case.build(city, other))
            cities += [city, other]
    await write(donggang, cities)
    yield donggang, expected
    await remove(donggang)


async def rows_by_rule(database, code, within, as_of=AS_OF):
    """The rows of a rule's statement; one that has a window checks the last complete one."""
    rule = RULES[code]
    period = last_complete(rule.window, as_of) if rule.window else None
    window = {"window_from": period.from_, "window_until": period.until} if period else {}
    return await database.read(
        rule.fragment.text, {"within": within, "as_of": as_of, "today": as_of, **window, **FIXED}
    )


async def found_by_rule(database, code, within, as_of=AS_OF):
    """The findings of a rule."""
    wording = RULES[code].wording
    return [
        Expected(subject, place, result, wording.text(observed), [(kind, id_) for kind, id_ in evidence])
        for subject, place, result, observed, evidence in await rows_by_rule(database, code, within, as_of)
    ]


@pytest.mark.parametrize("kind", CITIES)
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.name}")
async def test_a_rule_finds_what_the_tiny_city_was_made_for(graph, case, kind):
    """Also where every relation is there twice (a rule counts things), and where ids have to stand for names."""
    database, expected = graph
    code, finding = expected[kind, case]
    if kind is NamelessCity and finding.observed:
        finding = finding._replace(observed=finding.observed.replace("name of ", ""))
    assert [each for each in await found_by_rule(database, case.rule, code) if each.subject == finding.subject] == [
        finding
    ]


@pytest.mark.parametrize("row", TABLE, ids=CODES)
def test_every_result_that_a_rule_can_give_has_its_tiny_city(row):
    possible = {"PASS", "FAIL"}
    possible |= set() if row["unknown"] == "never" else {"UNKNOWN"}
    # What a rule with a window checks may have come after the window began.
    possible |= set() if row["applies"] == "always" and row["window"] is None else {"NOT_APPLICABLE"}
    results = {case.build(City("000000"), City("000001")).result for case in CASES if case.rule == row["code"]}
    assert results == possible


# The subjects of the wide city by where their findings belong, without its code.
BELONGING = {
    "City": {"": ""},
    "Subdistrict": {"001": "001", "002": "002"},
    "Community": {"001001": "001001", "002001": "002001"},
    "Compound": {"001001001": "001001001", "002001001": "002001001"},
    "Building": {"001001001001": "001001001001", "002001001001": "002001001001"},
    "BuildingGroup": {"001001001G01": "001001001", "002001001G01": "002001001"},
    "Department": {"D001": "001001", "D002": "002001", "D003": ""},
    "Leader": {"L001": "001001", "L002": "002001", "L003": ""},
    "Issue": {"001001I001": "001001", "002001I001": "002001"},
}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("place", ["", "001", "001001", "001001001", "001001001001", "003"])
async def test_a_rule_checks_what_belongs_to_the_place_or_below_it(graph, code, place):
    database, _ = graph
    found = await found_by_rule(database, code, WIDE.code + place)
    belonging = BELONGING[RULES[code].subject].items()
    assert {each.subject: each.place for each in found} == {
        WIDE.code + subject: WIDE.code + where for subject, where in belonging if where.startswith(place)
    }


@pytest.mark.parametrize("code", CODES)
async def test_a_rule_checks_every_city_at_once(graph, code):
    database, _ = graph
    everywhere = await found_by_rule(database, code, "")
    for within in (DONGGANG, WIDE.code):
        here = await found_by_rule(database, code, within)
        assert sorted(each for each in everywhere if each.place.startswith(within)) == sorted(here)
        assert here


@pytest.mark.parametrize("code", ["GRP1", "GRP2", "GRP3", "GRP4"])
async def test_a_group_is_checked_only_while_it_is_formed(graph, code):
    database, _ = graph
    assert await found_by_rule(database, code, FORMER.code) == []
    assert len(await found_by_rule(database, code, FORMER.code, date(2026, 6, 29))) == 1


@pytest.mark.parametrize("code", RULES)
async def test_a_rule_never_checks_a_subject_twice(graph, code):
    database, _ = graph
    subjects = [each.subject for each in await found_by_rule(database, code, "")]
    assert len(subjects) == len(set(subjects))


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("as_of", [AS_OF, date(2023, 6, 30)])
async def test_a_rule_says_what_it_found_in_donggang(donggang, code, as_of):
    for each in await found_by_rule(donggang, code, DONGGANG, as_of):
        assert each.result in RESULTS
        assert each.place.startswith(DONGGANG)
        # HH1 says of nobody too what was observed: 0 of 0.
        assert (each.observed is None) == (each.result == "NOT_APPLICABLE" and code != "HH1")
        assert each.observed != ""


def numbers(text):
    return sorted(map(float, re.findall(r"\d+(?:\.\d+)?", text)))


@pytest.mark.parametrize("code", RULES)
async def test_a_rule_says_the_same_in_both_languages_and_as_a_number(graph, code):
    database, _ = graph
    wording = RULES[code].wording
    for _, place, _, observed, _ in await rows_by_rule(database, code, ""):
        english, chinese, number = wording.text(observed), wording.text(observed, "ZH"), wording.observation(observed)
        if observed is None:
            assert (english, chinese, number) == (None, None, None)
            continue
        assert numbers(english) == numbers(chinese)
        if place.startswith(DONGGANG):
            assert re.findall(r"[A-Za-z,;]", chinese) == []
        if number is not None:
            assert number.of is None or 0 <= number.value <= number.of
            stated = wording.forms[observed.get("form", "")].en
            assert "{value" not in stated or number.value in numbers(english)
            assert "{of" not in stated or number.of in numbers(english)


@pytest.mark.parametrize("code", CODES)
async def test_a_rule_checks_every_subject_of_donggang(donggang, code):
    subjects = await donggang.read(
        f"MATCH (subject:{RULES[code].subject}) WHERE subject.id STARTS WITH $within "
        "AND NOT EXISTS { (subject)-[formation:FORMED_IN]->() WHERE formation.until <= $as_of } RETURN subject.id",
        {"within": DONGGANG, "as_of": AS_OF},
    )
    assert {each.subject for each in await found_by_rule(donggang, code, DONGGANG)} == {id_ for [id_] in subjects}
