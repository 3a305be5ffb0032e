"""The yearly evaluation through the engine: scores and ranks as the tables say, and never what one rater gave."""

from datetime import date, timedelta

import pytest
from asking import asking
from tiny_city import PREFIX, City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine
from graph_api.seed.loader import DONGGANG
from graph_api.seed.table_files import read_tables
from graph_api.seed.tables import TABLES
from graph_api.settings import Settings

AS_OF = date(2026, 6, 30)
CLOSED_ON = date(2025, 12, 12)
TINY = f"{PREFIX}9980"

TOLD = "raterCount score memberRaterCount residentRaterCount memberScore residentScore rankInCommunity rankInCity"


@pytest.fixture(scope="module")
def tables():
    read = read_tables(DONGGANG, TABLES, AS_OF)
    return {name: [line.row for line in lines] for name, lines in read.items()}


@pytest.fixture(scope="module")
def evaluated(tables):
    """The evaluations by id."""
    return {row.id: row for row in tables["evaluations"]}


@pytest.fixture(scope="module")
def ask(donggang):
    return asking(Engine(donggang, load_catalogue(), Settings()))


def mean(ratings):
    return sum(map(sum, ratings)) / len(ratings)


def score(row):
    return mean([*row.members, *row.residents])


async def every_evaluation(ask, fields, day="2026-06-30"):
    text = f"""query($after: String, $day: Date) {{
      evaluations(asOf: $day, first: 100, after: $after) {{
        pageInfo {{ hasNextPage endCursor }} nodes {{ id {fields} }}
      }}
    }}"""
    found, after = {}, None
    while True:
        page = (await ask(text, after=after, day=day))["evaluations"]
        found |= {node.pop("id"): node for node in page["nodes"]}
        if not page["pageInfo"]["hasNextPage"]:
            return found
        after = page["pageInfo"]["endCursor"]


async def test_scores_counts_and_ranks_are_those_of_the_ratings(ask, tables, evaluated):
    found = await every_evaluation(ask, TOLD)
    opened = {row.id: row.opened_on for row in tables["evaluation_rounds"]}
    assert set(found) == {encode_id("Evaluation", id_, "2026-06-30") for id_ in evaluated}
    for id_, row in evaluated.items():
        told = found[encode_id("Evaluation", id_, "2026-06-30")]
        apart = min(len(row.members), len(row.residents)) >= 5
        rivals = [other for other in evaluated.values() if opened[other.round].year == opened[row.round].year]
        assert told["raterCount"] == len(row.members) + len(row.residents)
        assert told["score"] == pytest.approx(score(row))
        assert told["memberRaterCount"] == (len(row.members) if apart else None)
        assert told["residentRaterCount"] == (len(row.residents) if apart else None)
        assert told["memberScore"] == (pytest.approx(mean(row.members)) if apart else None)
        assert told["residentScore"] == (pytest.approx(mean(row.residents)) if apart else None)
        assert told["rankInCity"] == 1 + sum(score(other) > score(row) for other in rivals)
        assert told["rankInCommunity"] == 1 + sum(
            score(other) > score(row) for other in rivals if other.round == row.round
        )


async def test_the_criteria_s_scores_add_up_to_the_score(ask, evaluated):
    found = await every_evaluation(ask, "score criteria { score criterion { id maximum } }")
    for id_, row in evaluated.items():
        told = found[encode_id("Evaluation", id_, "2026-06-30")]
        assert [one["criterion"]["id"] for one in told["criteria"]] == [
            encode_id("Criterion", criterion, "2026-06-30") for criterion in row.criteria
        ]
        assert sum(one["score"] for one in told["criteria"]) == pytest.approx(told["score"])
        assert all(0 <= one["score"] <= one["criterion"]["maximum"] for one in told["criteria"])
        assert sum(one["criterion"]["maximum"] for one in told["criteria"]) == 100


async def test_the_criteria_of_a_city_change_with_the_year(ask, tables):
    text = 'query($day: Date) { city(code: "210681", asOf: $day) { criteria { name nameZh maximum provenance } } }'
    for day in ("2026-06-30", "2025-01-01", "2024-12-31", "2020-01-01"):
        applying = [
            row.criterion
            for row in tables["criterion_cities"]
            if str(row.since) <= day and (row.until is None or day < str(row.until))
        ]
        expected = [
            {"name": row.name, "nameZh": row.name_zh, "maximum": row.maximum, "provenance": row.provenance}
            for row in tables["criteria"]
            if row.id in applying
        ]
        assert (await ask(text, day=day))["city"]["criteria"] == expected


async def test_a_community_has_its_rounds_newest_first_and_each_its_evaluations(ask, tables):
    text = """{ community(code: "210681001003", asOf: "2026-06-30") { evaluationRounds { nodes {
      year openedOn closedOn raterCount memberRaterCount residentRaterCount
      evaluations { nodes { year department { code } community { code } } }
    } } } }"""
    shown = (await ask(text))["community"]["evaluationRounds"]["nodes"]
    rounds = [row for row in tables["evaluation_rounds"] if row.community == "210681001003"]
    assert len(shown) == 2
    for told, row in zip(shown, sorted(rounds, key=lambda row: row.opened_on, reverse=True), strict=True):
        own = [each for each in tables["evaluations"] if each.round == row.id]
        assert (told["year"], told["openedOn"], told["closedOn"]) == (
            row.opened_on.year,
            str(row.opened_on),
            str(row.closed_on),
        )
        counts = {(len(each.members), len(each.residents)) for each in own}
        assert {(told["memberRaterCount"], told["residentRaterCount"])} == counts
        assert told["raterCount"] == told["memberRaterCount"] + told["residentRaterCount"]
        assert [node["department"]["code"] for node in told["evaluations"]["nodes"]] == [row.department for row in own]


async def test_an_evaluation_leads_to_the_appraisal_that_it_counted_in(ask, tables):
    found = await every_evaluation(ask, "department { code } appraisal { date department { code } }")
    counted = {row.evaluation: row.appraisal for row in tables["evaluation_appraisals"]}
    days = {row.id: str(row.date) for row in tables["appraisals"]}
    for row in tables["evaluations"]:
        told = found[encode_id("Evaluation", row.id, "2026-06-30")]
        appraisal = {"date": days[counted[row.id]], "department": told["department"]} if row.id in counted else None
        assert told["appraisal"] == appraisal


async def test_evaluations_are_found_by_place_year_and_whether_they_counted(ask, tables):
    text = """query($within: String, $year: Int, $appraised: Boolean) {
      evaluations(within: $within, filter: { year: $year, appraised: $appraised }, asOf: "2026-06-30") { totalCount }
    }"""
    rounds = {row.id: row for row in tables["evaluation_rounds"]}
    counted = {row.evaluation for row in tables["evaluation_appraisals"]}
    cases = [
        ({}, lambda _: True),
        ({"within": "210681003"}, lambda row: rounds[row.round].community.startswith("210681003")),
        ({"year": 2024}, lambda row: rounds[row.round].opened_on.year == 2024),
        ({"year": 2023}, lambda _: False),
        ({"appraised": False}, lambda row: row.id not in counted),
        ({"year": 2025, "appraised": True}, lambda row: rounds[row.round].opened_on.year == 2025 and row.id in counted),
    ]
    for variables, matches in cases:
        answer = await ask(text, **variables)
        assert answer["evaluations"]["totalCount"] == len([row for row in tables["evaluations"] if matches(row)]), (
            variables
        )


async def test_what_is_not_there_yet_is_not_found(ask, tables):
    things = [
        *(("EvaluationRound", row.id, row.opened_on) for row in tables["evaluation_rounds"][:2]),
        *(("Appraisal", row.id, row.date) for row in tables["appraisals"][:2]),
        *(("Criterion", row.criterion, row.since) for row in tables["criterion_cities"]),
    ]
    opened = {row.id: row.opened_on for row in tables["evaluation_rounds"]}
    things += [("Evaluation", row.id, opened[row.round]) for row in tables["evaluations"][:2]]
    for type_, id_, since in things:
        for day, found in ((since - timedelta(days=1), False), (since, True)):
            answer = await ask(
                "query($id: ID!, $day: Date!) { node: nodeAsOf(id: $id, asOf: $day) { id } }",
                id=encode_id(type_, id_),
                day=str(day),
            )
            assert (answer["node"] is not None) is found, (type_, id_, day)


# What one rater gave


@pytest.fixture(scope="module")
async def few(donggang):
    """A city of one round: departments that few rated, or few of one kind, beside one that many rated."""
    city = City(TINY)
    held = city.round(city.community(), CLOSED_ON)
    raters = {"four": (3, 1), "five": (5, 0), "one resident": (50, 1), "four members": (4, 50), "many": (30, 20)}
    ids = {
        name: city.evaluation(held, city.department(), members, residents, points=90 - number)
        for number, (name, (members, residents)) in enumerate(raters.items())
    }
    await write(donggang, [city])
    yield held, ids
    await remove(donggang)


async def of(ask, id_, fields=f"{TOLD} criteria {{ score }}", day="2026-06-30"):
    text = (
        f"query($id: ID!, $day: Date!) {{ node: nodeAsOf(id: $id, asOf: $day) {{ ... on Evaluation {{ {fields} }} }} }}"
    )
    return (await ask(text, id=encode_id("Evaluation", id_), day=day))["node"]


async def test_nothing_is_told_of_fewer_than_five_raters(ask, few):
    _, ids = few
    told = await of(ask, ids["four"])
    assert told.pop("raterCount") == 4
    assert told.pop("criteria") == [{"score": None}]
    assert set(told.values()) == {None}


async def test_five_raters_are_enough(ask, few):
    _, ids = few
    told = await of(ask, ids["five"])
    assert (told["raterCount"], told["score"], told["criteria"]) == (5, 89, [{"score": 89}])


async def test_members_and_residents_are_not_told_apart_where_few_are_of_either_kind(ask, few):
    """Told of one kind, the other's would be what is left."""
    _, ids = few
    for name in ("five", "one resident", "four members"):
        told = await of(ask, ids[name], "memberRaterCount residentRaterCount memberScore residentScore")
        assert set(told.values()) == {None}, name
    told = await of(ask, ids["many"], "memberRaterCount residentRaterCount memberScore residentScore")
    assert told == {"memberRaterCount": 30, "residentRaterCount": 20, "memberScore": 86, "residentScore": 86}


async def test_a_score_that_is_not_told_has_no_part_in_ranks(ask, few):
    """The four gave most points: did it count, the ranks of the others would tell."""
    _, ids = few
    ranks = {name: await of(ask, id_, "rankInCommunity rankInCity") for name, id_ in ids.items()}
    expected = {"four": None, "five": 1, "one resident": 2, "four members": 3, "many": 4}
    assert ranks == {name: {"rankInCommunity": rank, "rankInCity": rank} for name, rank in expected.items()}


async def test_a_round_does_not_tell_kinds_that_one_of_its_evaluations_does_not(ask, few):
    held, _ = few
    text = """query($id: ID!) { node: nodeAsOf(id: $id, asOf: "2026-06-30") {
      ... on EvaluationRound { raterCount memberRaterCount residentRaterCount }
    } }"""
    told = (await ask(text, id=encode_id("EvaluationRound", held)))["node"]
    assert told == {"raterCount": 4, "memberRaterCount": None, "residentRaterCount": None}


async def test_day_by_day_nothing_is_told_until_the_round_is_closed_and_then_it_stays(ask, few):
    """A score that moved from one day to the next would tell what the rater between them gave."""
    held, ids = few
    before = {"raterCount": 0, "criteria": [{"score": None}], **dict.fromkeys(TOLD.split()[1:])}
    after = await of(ask, ids["many"])
    assert after["score"] == 86
    rounds = """query($id: ID!, $day: Date!) { node: nodeAsOf(id: $id, asOf: $day) {
      ... on EvaluationRound { closedOn raterCount memberRaterCount residentRaterCount }
    } }"""
    for offset in range(-14, 3):
        day = CLOSED_ON + timedelta(days=offset)
        assert await of(ask, ids["many"], day=str(day)) == (before if offset < 0 else after), day
        told = (await ask(rounds, id=encode_id("EvaluationRound", held), day=str(day)))["node"]
        if offset < 0:
            assert told == {"closedOn": None, "raterCount": 0, "memberRaterCount": None, "residentRaterCount": None}


async def test_a_single_rating_is_nowhere_in_the_graph(donggang, tables):
    """What is not there can't be had by any path: the graph has sums over all raters of a kind."""
    rows = await donggang.read(
        "MATCH (evaluation:Evaluation)-[marking:MARKED_ON]->(criterion:Criterion) "
        "WHERE evaluation.id STARTS WITH '210681' RETURN evaluation.id, criterion.id, properties(marking)"
    )
    expected = {
        (row.id, criterion): {
            "member_points": sum(rating[place] for rating in row.members),
            "resident_points": sum(rating[place] for rating in row.residents),
        }
        for row in tables["evaluations"]
        for place, criterion in enumerate(row.criteria)
    }
    assert {(evaluation, criterion): sums for evaluation, criterion, sums in rows} == expected
    [[held]] = await donggang.read(
        "MATCH (evaluation:Evaluation) UNWIND keys(evaluation) AS key RETURN collect(DISTINCT key)"
    )
    assert set(held) <= {"id", "provenance", "name", "member_raters", "resident_raters"}
