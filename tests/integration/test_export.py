"""The exported graph: complete, of one version, as of a date, within a place, and without personal data."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import networkx
import pytest
from asking import asking
from tiny_city import PREFIX, City, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.errors import SetupError
from graph_api.execution import Engine
from graph_api.export.contents import NODES, RELATIONS
from graph_api.export.reader import Reader, Scope
from graph_api.export.snapshot import export
from graph_api.export.writers import WRITERS
from graph_api.schema import build_model, graphql_schema
from graph_api.settings import Settings

CATALOGUE = load_catalogue()
PAGE = Path(__file__).parents[2] / "docs" / "export.md"
AS_OF = date(2026, 6, 30)
EARLY = date(2023, 8, 1)
# Members, people in difficulty, central households and service records, which never leave the graph.
PERSONAL_ID = re.compile(r"\d{6}[XN]\d{4}|\d{15}G\d{2}H\d|\d{12}Q\d{3}")
WITHHELD_RELATIONS = {
    *("WORKS_IN", "REGISTERED_IN", "CHOSE", "JOINED", "TENDS", "HELPS", "ON_RECORD_IN", "GAVE_FEEDBACK"),
    *("HOSTS", "HEADS", "IN"),
    "STATES",
}
# Properties that the API's fields call otherwise, or show on another object.
OTHERWISE = {
    "latitude": "location",
    "longitude": "location",
    "feedback_on": "feedback",
    "feedback_text": "feedback",
    "residents": "level",
    "area_m2": "level",
    "provenance": "id",
}
EVENTS_OTHERWISE = {"Escalation": "submittedOn", "EvaluationRound": "openedOn"}


def ignore(*_):
    """Shows nothing."""


async def exported(database, format_="jsonl", reader=None, **scope):
    written = WRITERS[format_]
    streams = [io.StringIO(newline="") for _ in written.files or [""]]
    reader = reader or Reader(database, CATALOGUE, Scope(**scope))
    result = await export(database, reader, written, streams, ignore)
    assert result.is_of_one_version
    return [stream.getvalue() for stream in streams], result


async def records(database, **scope):
    """The nodes by ID, and the edges by ID."""
    [text], result = await exported(database, **scope)
    lines = [json.loads(line) for line in text.splitlines()]
    nodes, edges = ({each["id"]: each for each in lines if each["record"] == kind} for kind in ("node", "edge"))
    assert (len(nodes), len(edges), len(lines)) == (result.nodes, result.edges, result.nodes + result.edges)
    assert {end for edge in edges.values() for end in (edge["source"], edge["target"])} <= nodes.keys()
    return nodes, edges


@pytest.fixture(scope="module")
async def whole(donggang):
    return await records(donggang)


async def test_everything_that_is_not_personal_is_exported(donggang, whole):
    nodes, edges = whole
    [[entities]] = await donggang.read("MATCH (entity:Entity) RETURN count(*)")
    counted = await donggang.read("MATCH (:Entity)-[relation]->(:Entity) RETURN type(relation), count(*)")
    assert len(nodes) == entities
    exported_types = [edge["relation"] for edge in edges.values()]
    assert {type_: exported_types.count(type_) for type_, _ in counted} == dict(counted)


async def test_what_is_in_the_graph_is_listed_or_withheld(donggang):
    types = {
        type_
        for [type_] in await donggang.read("CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type")
    }
    assert types <= RELATIONS.keys() | WITHHELD_RELATIONS
    assert not RELATIONS.keys() & WITHHELD_RELATIONS
    [[unlisted]] = await donggang.read(
        "MATCH (entity:Entity) WHERE none(label IN labels(entity) WHERE label IN $types) RETURN count(*)",
        {"types": list(NODES)},
    )
    assert unlisted == 0


def test_no_more_is_listed_than_the_api_shows():
    schema, model = graphql_schema(), build_model(CATALOGUE)
    assert NODES.keys() <= model.refetchable
    for type_, names in NODES.items():
        for name in names:
            shown = OTHERWISE.get(name) or re.sub(r"_([a-z])", lambda match: match[1].upper(), name)
            if name == "date":
                shown = EVENTS_OTHERWISE.get(type_, shown)
            assert shown in schema.get_type(type_).fields, (type_, name)


async def test_every_format_has_the_same_nodes_and_edges_and_nothing_personal(donggang, whole):
    nodes, edges = whole
    [as_graphml], _ = await exported(donggang, "graphml")
    [as_gexf], _ = await exported(donggang, "gexf")
    as_csv, _ = await exported(donggang, "csv")
    tables = [list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))) for text in as_csv]
    assert not any(PERSONAL_ID.search(text) for text in (json.dumps(whole), as_graphml, as_gexf, *as_csv))
    graphml, gexf = (
        networkx.read_graphml(io.BytesIO(as_graphml.encode())),
        networkx.read_gexf(io.BytesIO(as_gexf.encode())),
    )
    for graph in (graphml, gexf):
        assert {id_: node["type"] for id_, node in graph.nodes(data=True)} == {
            id_: node["type"] for id_, node in nodes.items()
        }
        assert graph.number_of_edges() == len(edges)
        assert sorted(edge["relation"] for *_, edge in graph.edges(data=True)) == sorted(
            edge["relation"] for edge in edges.values()
        )
    assert [row["id"] for row in tables[0]] == list(nodes)
    assert [(row["id"], row["since"]) for row in tables[1]] == [
        (id_, edge.get("since", "")) for id_, edge in edges.items()
    ]


async def test_what_is_not_listed_stays_in_the_graph(donggang):
    city = City(f"{PREFIX}7001")
    community = city.community()
    department, person = city.department(), city.person(phone="SECRET-1", retired=True, location_of_home="SECRET-2")
    city.node(f"{city.code}T0001", "Confidant", secret="SECRET-3")
    city.undated(person, "CONFIDES_IN", f"{city.code}T0001")
    city.undated(person, "KNOWS", department)
    city.pair(department, community)
    body = city.synergy_body(community)
    for number, people in enumerate((4, 5), start=1):
        deed = city.node(f"{body}T00{number}", "Deed", date=date(2026, 1, 1), title="修路", beneficiaries=people)
        city.undated(body, "DID", deed)
    round_ = city.round(community, date(2026, 1, 1))
    few, many = (city.evaluation(round_, department, members, 0) for members in (4, 5))
    member, in_need = city.member(community), city.person_in_difficulty(community)
    city.help(member, in_need)
    await write(donggang, [city])
    try:
        nodes, edges = await records(donggang, within=city.code)
        said = json.dumps([nodes, edges])
        assert "SECRET" not in said
        assert not {"CONFIDES_IN", "KNOWS", "HELPS"} & {edge["relation"] for edge in edges.values()}
        assert nodes[person].keys() <= {"record", "id", "type", "name", "provenance"}
        assert not {member, in_need, f"{city.code}T0001"} & nodes.keys()
        assert [nodes[f"{body}T00{number}"].get("beneficiaries") for number in (1, 2)] == [None, 5]
        assert [nodes[each].get("score") for each in (few, many)] == [None, 80]
        assert "rater_count" not in nodes[few]
        markings = {edge["source"]: edge for edge in edges.values() if edge["relation"] == "MARKED_ON"}
        assert [markings[each].get("score") for each in (few, many)] == [None, 80]
        assert not {"member_points", "resident_points"} & markings[many].keys()
    finally:
        await remove(donggang)


async def test_as_of_a_date_exists_what_the_api_shows(donggang, whole):
    nodes, _ = await records(donggang, as_of=EARLY)
    ask = asking(Engine(donggang, CATALOGUE, Settings()))
    ids = list(whole[0])[::3]
    shown = set()
    for start in range(0, len(ids), 100):
        batch = ids[start : start + 100]
        given = [encode_id(whole[0][id_]["type"], id_, EARLY.isoformat()) for id_ in batch]
        answer = await ask("query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=given)
        shown |= {id_ for id_, node in zip(batch, answer["nodes"], strict=True) if node}
    assert nodes.keys() & set(ids) == shown


async def test_as_of_a_date_only_what_holds_is_exported(donggang, whole):
    day = EARLY.isoformat()
    nodes, edges = await records(donggang, as_of=EARLY)
    resolved = {id_ for id_, node in whole[0].items() if node.get("resolved_on", "9999") <= day}
    holding = {
        id_
        for id_, edge in whole[1].items()
        if edge.get("since", day) <= day < edge.get("until", "9999")
        and {edge["source"], edge["target"]} <= nodes.keys()
        and (edge["relation"] != "SETTLED" or whole[0][edge["target"]]["type"] != "Issue" or edge["target"] in resolved)
    }
    assert edges.keys() == holding
    for name in ("resolved_on", "feedback_on", "closed_on", "date"):
        assert all(node.get(name, day) <= day for node in nodes.values())
    assert {node["type"] for node in nodes.values() if "resolution" in node} <= {"Issue"}
    assert {id_ for id_, node in nodes.items() if "resolution" in node} == resolved & nodes.keys()


@pytest.mark.parametrize("place", ["210681", "210681001", "210681001003", "210681001002001"])
@pytest.mark.parametrize("as_of", [None, AS_OF])
async def test_a_place_is_exported_with_what_is_linked_to_it(donggang, place, as_of):
    all_nodes, all_edges = await records(donggang, as_of=as_of)
    nodes, edges = await records(donggang, within=place, as_of=as_of)
    linked = {id_ for id_ in all_nodes if id_.startswith(place)}
    for edge in all_edges.values():
        if edge["source"].startswith(place) or edge["target"].startswith(place):
            linked |= {edge["source"], edge["target"]}
    assert nodes == {id_: node for id_, node in all_nodes.items() if id_ in linked}
    assert edges == {
        id_: edge for id_, edge in all_edges.items() if edge["source"] in linked and edge["target"] in linked
    }


async def test_the_programs_of_the_page_read_an_export(donggang, whole, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for format_ in ("graphml", "jsonl"):
        [text], _ = await exported(donggang, format_)
        (tmp_path / f"donggang.{format_}").write_text(text, encoding="utf-8")
    programs = re.findall(r"^```python\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert len(programs) == 2
    for program in programs:
        names = {}
        exec(program, names)
        assert (len(names["graph"]), names["graph"].number_of_edges()) == tuple(map(len, whole))


class ChangedReader(Reader):
    """Reads while others write: after a batch of nodes, one city is replaced by another, a number of times."""

    changes = 0

    async def nodes(self):
        async for batch in super().nodes():
            yield batch
            if self.changes:
                self.changes -= 1
                await write(self._database, [City(f"{PREFIX}800{self.changes}")])


async def test_a_graph_that_changes_is_exported_again(donggang):
    reader = ChangedReader(donggang, CATALOGUE, Scope())
    reader.changes = 2
    try:
        [text], _ = await exported(donggang, reader=reader)
        lines = [json.loads(line) for line in text.splitlines()]
        ids = [each["id"] for each in lines if each["record"] == "node"]
        assert len(ids) == len(set(ids))
        assert f"{PREFIX}8000" in ids
        assert f"{PREFIX}8001" not in ids
    finally:
        await remove(donggang)


async def test_a_graph_that_never_rests_is_not_exported(donggang):
    reader = ChangedReader(donggang, CATALOGUE, Scope())
    reader.changes = 100
    try:
        with pytest.raises(SetupError, match="changed during each of 3 attempts"):
            await exported(donggang, reader=reader)
    finally:
        await remove(donggang)
