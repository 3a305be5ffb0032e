import io
import shutil
from datetime import date

import pytest
from rich.console import Console

from graph_api.catalogue import load_catalogue
from graph_api.errors import SetupError
from graph_api.seed.loader import DONGGANG, load_donggang
from graph_api.seed.state import is_empty

AS_OF = date(2026, 6, 30)
BEGUN = {"name": "donggang", "as_of": AS_OF, "follows_today": False, "mark": None}

SNAPSHOT = """
CALL () {
  MATCH (n) WHERE NOT n:Seed|Migration|ChangeCount|CityVersion
  RETURN 'node' AS kind, toString(elementId(n)) AS element, labels(n) AS what, properties(n) AS properties
  UNION ALL
  MATCH (a)-[r]->(b)
  RETURN 'relation' AS kind, elementId(r) AS element, [type(r), elementId(a), elementId(b)] AS what,
         properties(r) AS properties
}
RETURN kind, element, what, properties ORDER BY kind, element
"""


@pytest.fixture(scope="module")
def catalogue():
    return load_catalogue()


@pytest.fixture
async def restored(donggang, catalogue):
    """The database for a test that loads something else; Donggang is put back afterwards."""
    yield donggang
    await load_donggang(donggang, catalogue, AS_OF)


@pytest.fixture
def tables(tmp_path):
    """A copy of the tables to spoil or correct."""
    return shutil.copytree(DONGGANG, tmp_path / "donggang")


def edit(folder, table, old, new):
    path = folder / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


async def one(database, statement, **parameters):
    [row] = await database.read(statement, parameters)
    return row


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("(:City)", 1),
        ("(:Subdistrict)", 3),
        ("(:Community)", 21),
        ("(:Department:Organization:Entity)", 78),
        ("(:Leader:Person:Entity)", 32),
    ],
)
async def test_donggang_is_in_the_graph(donggang, pattern, count):
    assert await one(donggang, f"MATCH {pattern} RETURN count(*)") == [count]


async def test_every_row_became_what_its_table_says(donggang, catalogue):
    report = await load_donggang(donggang, catalogue, AS_OF)
    counts = {
        "compounds": "(:Compound)",
        "buildings": "(:Building)-[:PART_OF]->(:Compound)",
        "adjacent_buildings": "(:Building)-[:ADJACENT_TO]->(:Building)",
        "supervisions": "(:Leader)-[:SUPERVISES]->(:Department)",
        "department_pairings": "(:Department)-[:PAIRED_WITH]->(:Community)",
        "leader_pairings": "(:Leader)-[:PAIRED_WITH]->(:Community)",
        "organization_compounds": "(:Branch|OwnersCommittee|PropertyCompany)-[:SERVES]->(:Compound)",
        "branch_foundings": "(:Branch)-[:FOUNDED_ON]->(:Organization)",
        "appointments": "(:Person)-[:HOLDS]->(:Organization)",
        "group_compounds": "(:BuildingGroup)-[:FORMED_IN]->(:Compound)",
        "group_buildings": "(:BuildingGroup)-[:COVERS]->(:Building)",
        "group_leaders": "(:Person)-[:LEADS]->(:BuildingGroup)",
        "group_households": "(:CentralHousehold:Household)-[:HOSTS]->(:BuildingGroup)",
        "household_heads": "(:Person)-[:HEADS]->(:CentralHousehold)",
        "figures": "(:City)-[:STATES]->(:Figure)",
        "settled_matters": "(:BuildingGroup)-[:SETTLED]->(:SettledMatter)",
        "synergy_bodies": "(:SynergyBody)",
        "synergy_body_communities": "(:SynergyBody)-[:SERVES]->(:Community)",
        "synergy_members": "(:Organization)-[:MEMBER_OF]->(:SynergyBody)",
        "deeds": "(:SynergyBody)-[:DID]->(:Deed)",
        "deed_units": "(:Organization)-[:TOOK_PART_IN]->(:Deed)",
        "contributions": "(:Organization)-[:GAVE]->(:Contribution)-[:TO]->(:Organization)",
        "issues": "(:Issue)-[:RAISED_AT]->(:Meeting)<-[:HELD]-(:Conference)",
        "issue_agendas": "(:Issue)-[:ON_AGENDA_OF]->(:Meeting)",
        "issue_settlements": "(:SynergyBody)-[:SETTLED]->(:Issue)",
        "escalations": "(:Conference)<-[:FROM]-(:Escalation)-[:UP_TO]->(:Conference)",
        "visits": "(:Leader)-[:MADE]->(:Visit)-[:TO]->(:Community)",
        "criterion_cities": "(:Criterion)-[:APPLIES_IN]->(:City)",
        "evaluation_rounds": "(:EvaluationRound)-[:HELD_IN]->(:Community)",
        "evaluations": "(:EvaluationRound)-[:SCORED]->(:Evaluation)-[:OF]->(:Department)",
        "appraisals": "(:Appraisal)-[:OF]->(:Department)",
        "evaluation_appraisals": "(:Evaluation)-[:COUNTED_IN]->(:Appraisal)",
    }
    found = {table: (await one(donggang, f"MATCH {pattern} RETURN count(*)"))[0] for table, pattern in counts.items()}
    assert found == {table: report.rows[table] for table in counts}


async def test_values_arrive_with_their_types(donggang):
    statement = """
    MATCH (city:City {code: '210681'})
    MATCH (department:Department {name: '市侨联'})
    MATCH (visit:Visit {id: '210681L001V003'})
    RETURN city.reported_on, city.location.srid, department.location, visit.date, visit.tasks, city.provenance
    """
    reported, srid, location, day, tasks, provenance = await one(donggang, statement)
    assert (reported.to_native(), srid, location, provenance) == (AS_OF, 4326, None, "SOURCE")
    assert (day.to_native(), tasks) == (date(2025, 8, 20), ["INSPECT", "PRESS_DEPARTMENTS", "SETTLE_ISSUES"])


async def test_every_entity_says_where_it_comes_from(donggang):
    assert await one(donggang, "MATCH (e:Entity) WHERE e.provenance IS NULL OR e.id IS NULL RETURN count(e)") == [0]


async def test_loading_twice_changes_nothing(donggang, catalogue):
    before = await donggang.read(SNAPSHOT)
    await load_donggang(donggang, catalogue, AS_OF)
    assert await donggang.read(SNAPSHOT) == before


async def test_another_as_of_day_moves_the_dates_and_nothing_else(restored, catalogue):
    before = await restored.read(SNAPSHOT)
    await load_donggang(restored, catalogue, date(2027, 6, 30))
    moved = await restored.read(SNAPSHOT)
    assert [row[:3] for row in moved] == [row[:3] for row in before]
    assert [row[3].keys() for row in moved] == [row[3].keys() for row in before]
    statement = "MATCH ()-[pairing:PAIRED_WITH {id: '210681D001-1'}]->() RETURN pairing.since"
    assert (await one(restored, statement))[0].to_native() == date(2024, 8, 25)


async def test_a_corrected_row_changes_its_node_and_moves_its_relation(restored, catalogue, tables):
    edit(tables, "persons", "210681P0001,", "210681P0001,改")
    edit(tables, "branches", "鼎林华庭小区党支部", "鼎林华庭党支部")
    edit(tables, "leader_pairings", "210681L001-1,210681L001,210681001006", "210681L001-1,210681L001,210681001007")
    edit(tables, "visits", "210681L001V001,210681L001,210681001006", "210681L001V001,210681L001,210681001007")
    await load_donggang(restored, catalogue, AS_OF, folder=tables)
    statement = """
    MATCH (branch:Branch {id: '210681001002001B1'})
    MATCH (:Leader)-[pairing:PAIRED_WITH {id: '210681L001-1'}]->(community)
    MATCH (:Visit {id: '210681L001V001'})-[:TO]->(visited)
    RETURN branch.name, collect(community.name), collect(visited.name)
    """
    assert await one(restored, statement) == ["鼎林华庭党支部", ["海关社区"], ["海关社区"]]


async def test_a_date_taken_out_of_a_row_is_taken_out_of_the_relation(restored, catalogue, tables):
    statement = "MATCH (unit)-[ended:MEMBER_OF]->() WHERE ended.until IS NOT NULL AND unit:Enterprise "
    statement += "RETURN count(*), min(ended.id)"
    count, first = await one(restored, statement)
    path = tables / "synergy_members.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines = [line.rpartition(",")[0] + "," if line.startswith(f"{first},") else line for line in lines]
    path.write_text("\n".join(lines), encoding="utf-8")
    await load_donggang(restored, catalogue, AS_OF, folder=tables)
    assert (await one(restored, statement))[0] == count - 1


async def test_a_faulty_table_leaves_the_graph_as_it_was(donggang, catalogue, tables):
    before = await donggang.read(SNAPSHOT)
    edit(tables, "figures", "210681,communities,21,", "210681,communities,many,")
    edit(tables, "cities", "东港市", "别市")
    with pytest.raises(SetupError, match=r"figures\.csv, line 3, column stated"):
        await load_donggang(donggang, catalogue, AS_OF, folder=tables)
    assert await donggang.read(SNAPSHOT) == before
    assert not await is_empty(donggang)


async def test_a_load_that_was_cut_off_is_completed_by_the_next(restored, catalogue):
    await restored.write(catalogue["seeds.begin_seed"].text, BEGUN)
    await restored.write("MATCH (visit:Visit) DETACH DELETE visit")
    assert await is_empty(restored)
    await load_donggang(restored, catalogue, AS_OF)
    assert not await is_empty(restored)
    assert (await one(restored, "MATCH (visit:Visit) RETURN count(visit) > 100"))[0]


async def test_the_progress_reaches_the_number_of_rows(donggang, catalogue):
    screen = io.StringIO()
    report = await load_donggang(donggang, catalogue, AS_OF, Console(file=screen, force_terminal=True, width=100))
    assert f"{report.total}/{report.total}" in screen.getvalue()
