"""Who links bodies, and which share people, as networkx says of the tables read anew."""

import json
from datetime import date

import networkx
import pytest
from differential.graph import AS_OF, read_graph

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id
from graph_api.database import open_database
from graph_api.execution import Engine, Request
from graph_api.resolvers import analyst
from graph_api.settings import Settings

CITY = "210681"
TABLES = read_graph(AS_OF)
DAYS = [AS_OF, date(2025, 11, 1), date(2024, 11, 15), date(2023, 6, 30), date(2020, 1, 1)]
PLACES = ["21", CITY, "210681001", "210681001002", "210681003", "210681001008", "210681001001001", "210681001010002"]

EVIDENCE = "evidence(first: 100) { nodes { relation role since until sentence person { id } body { id } } }"
BRIDGES = f"""query Bridges($within: String!, $day: Date!, $after: String, $order: BridgeOrder) {{
  bridges(within: $within, asOf: $day, first: 100, after: $after, orderBy: $order) {{
    totalCount
    pageInfo {{ hasNextPage endCursor }}
    nodes {{
      person {{ id }} bodyCount betweenness partCount {EVIDENCE}
      parts(first: 100) {{ bodyCount bodies(first: 100) {{ totalCount nodes {{ id }} }} }}
    }}
  }}
}}"""
CLUSTERS = f"""query Clusters($within: String!, $day: Date!, $after: String) {{
  clusters(within: $within, asOf: $day, first: 100, after: $after) {{
    totalCount
    pageInfo {{ hasNextPage endCursor }}
    nodes {{
      bodyCount sharedCount bodies(first: 100) {{ totalCount nodes {{ id }} }}
      shared(first: 100) {{ totalCount edges {{ bodyCount node {{ id }} {EVIDENCE} }} }}
    }}
  }}
}}"""
PERSONS = f"""query Persons($within: String, $day: Date!, $after: String, $filter: PersonFilter, $order: PersonOrder) {{
  persons(within: $within, asOf: $day, first: 100, after: $after, filter: $filter, orderBy: $order) {{
    totalCount
    pageInfo {{ hasNextPage endCursor }}
    edges {{ bodyCount node {{ id name leader {{ code }} }} {EVIDENCE} }}
  }}
}}"""

every_place_and_day = pytest.mark.parametrize(
    ("within", "day"), [(within, day) for within in PLACES for day in DAYS[:2]] + [(CITY, day) for day in DAYS[2:]]
)


@pytest.fixture(scope="module")
async def answer(donggang, neo4j_address):
    """Answers operations. A busy machine may take its time: what counts here is the answer."""
    async with open_database(neo4j_address, statement_seconds=120) as patient:
        engine = Engine(patient, load_catalogue(), Settings())

        async def answered(text, **variables):
            return json.loads((await engine.answer(Request(text, variables, None), request_id="analysis")).body)

        yield answered


@pytest.fixture(scope="module")
def pages(answer):
    """All items of a connection, a page of 100 after another."""

    async def gathered(field, text, **variables):
        items, after = [], None
        while True:
            body = await answer(text, after=after, **variables)
            assert "errors" not in body, body
            page = body["data"][field]
            items += page.get("nodes") or page.get("edges") or []
            if not page["pageInfo"]["hasNextPage"]:
                assert len(items) == page["totalCount"]
                return items
            after = page["pageInfo"]["endCursor"]

    return gathered


def local(node):
    return decode_id(node["id"]).local


def lies_within(body, within, day):
    """Whether a body is one of a place: by its id in a city, below it by what it serves or is the Party organization of."""
    if len(within) <= 6:
        return body.id.startswith(within)
    held = [link.end for type_ in ("SERVES", "ORGANIZED_IN") for link in holding(body, type_, day)]
    further = [
        link.end for one in held for type_ in ("PAIRED_WITH", "STATIONED_IN") for link in holding(one, type_, day)
    ]
    return any(place.id.startswith(within) for place in [*held, *further] if place.id.isdigit())


def holding(thing, type_, day):
    return [link for link in TABLES.leaving(thing, type_) if link.holds(day)]


def links(within, day):
    """The seats and standing memberships in the bodies of a place on a day."""
    return [
        link
        for link in TABLES.relations
        if link.type in {"HOLDS", "BELONGS_TO"} and link.holds(day) and lies_within(link.end, within, day)
    ]


def graph_of(within, day):
    graph = networkx.Graph()
    graph.add_edges_from((link.start.id, link.end.id) for link in links(within, day))
    return graph, {link.start.id for link in links(within, day)}


def told(evidence):
    """What evidence says, in the order of the tables' ids."""
    return [(each["relation"], local(each["person"]), local(each["body"]), each["since"]) for each in evidence["nodes"]]


def known(within, day, person, bodies):
    found = [link for link in links(within, day) if link.start.id == person and link.end.id in bodies]
    found.sort(key=lambda link: (link.end.id, link.type, link.id))
    return [(link.type, person, link.end.id, link.since.isoformat()) for link in found]


@every_place_and_day
async def test_those_who_link_bodies_and_what_would_come_apart(pages, within, day):
    graph, persons = graph_of(within, day)
    shares = networkx.betweenness_centrality(graph)
    bridges = {
        local(bridge["person"]): bridge for bridge in await pages("bridges", BRIDGES, within=within, day=str(day))
    }
    assert set(bridges) == {person for person in persons if graph.degree(person) > 1}
    for person, bridge in bridges.items():
        assert bridge["bodyCount"] == graph.degree(person)
        assert bridge["betweenness"] == pytest.approx(shares[person], abs=1e-11)
        assert told(bridge["evidence"]) == known(within, day, person, set(graph[person]))
        connected = networkx.node_connected_component(graph, person)
        without = networkx.connected_components(graph.subgraph(connected - {person}))
        parts = [sorted(part - persons) for part in without]
        assert bridge["partCount"] == len(parts)
        assert [part["bodyCount"] for part in bridge["parts"]] == [
            part["bodies"]["totalCount"] for part in bridge["parts"]
        ]
        shown = [[local(body) for body in part["bodies"]["nodes"]] for part in bridge["parts"]]
        expected = sorted(parts, key=lambda part: (-len(part), part)) if len(parts) > 1 else []
        assert shown == [part[:100] for part in expected]


@pytest.mark.parametrize("direction", ["ASC", "DESC"])
@pytest.mark.parametrize(
    ("field", "key"), [("BETWEENNESS", "betweenness"), ("BODY_COUNT", "bodyCount"), ("PART_COUNT", "partCount")]
)
async def test_those_who_link_bodies_come_in_order(pages, field, key, direction):
    order = {"field": field, "direction": direction}
    bridges = await pages("bridges", BRIDGES, within=CITY, day=str(AS_OF), order=order)
    sign = -1 if direction == "DESC" else 1
    keys = [(sign * each[key], -each["betweenness"], -each["bodyCount"], local(each["person"])) for each in bridges]
    assert keys == sorted(keys)


async def test_without_an_order_those_on_whom_most_hangs_come_first(pages):
    bridges = await pages("bridges", BRIDGES, within=CITY, day=str(AS_OF))
    keys = [(-each["betweenness"], -each["bodyCount"], local(each["person"])) for each in bridges]
    assert keys == sorted(keys)


@every_place_and_day
async def test_clusters_of_bodies_that_share_people(pages, within, day):
    graph, persons = graph_of(within, day)
    shown = await pages("clusters", CLUSTERS, within=within, day=str(day))
    clusters = [[local(body) for body in cluster["bodies"]["nodes"]] for cluster in shown]
    assert clusters == sorted(clusters, key=lambda bodies: (-len(bodies), bodies))
    if not graph:
        assert clusters == []
        return
    projected = networkx.bipartite.weighted_projected_graph(graph, set(graph) - persons)
    linked = projected.subgraph([body for body in projected if projected.degree(body)])
    assert sorted(body for bodies in clusters for body in bodies) == sorted(linked)
    if linked:
        best = networkx.community.greedy_modularity_communities(linked, weight="weight")
        assert modularity(linked, clusters) == pytest.approx(modularity(linked, best), abs=0.01)
    for cluster, bodies in zip(shown, clusters, strict=True):
        assert cluster["bodyCount"] == cluster["bodies"]["totalCount"] == len(bodies)
        assert networkx.is_connected(linked.subgraph(bodies))
        theirs = {person: set(graph[person]) & set(bodies) for person in persons}
        expected = sorted((-len(found), person) for person, found in theirs.items() if len(found) > 1)
        edges = cluster["shared"]["edges"]
        assert [(-edge["bodyCount"], local(edge["node"])) for edge in edges] == expected[:100]
        assert cluster["sharedCount"] == cluster["shared"]["totalCount"] == len(expected)
        for edge in edges:
            person = local(edge["node"])
            assert told(edge["evidence"]) == known(within, day, person, theirs[person])


def modularity(graph, groups):
    return networkx.community.modularity(graph, groups, weight="weight")


@every_place_and_day
async def test_persons_with_their_bodies(pages, within, day):
    graph, persons = graph_of(within, day)
    edges = await pages("persons", PERSONS, within=within, day=str(day))
    if len(within) <= 6:
        assert [local(edge["node"]) for edge in edges] == [each.id for each in TABLES.of("Leader", "Person")]
    else:
        assert [local(edge["node"]) for edge in edges] == sorted(persons)
    for edge in edges:
        person = local(edge["node"])
        bodies = set(graph[person]) if person in graph else set()
        assert edge["bodyCount"] == len(bodies)
        assert told(edge["evidence"]) == known(within, day, person, bodies)


@pytest.mark.parametrize("within", [CITY, "210681001002"])
async def test_the_busiest_come_first(pages, within):
    graph, persons = graph_of(within, AS_OF)
    order = {"field": "BODY_COUNT", "direction": "DESC"}
    edges = await pages(
        "persons", PERSONS, within=within, day=str(AS_OF), order=order, filter={"bodyCount": {"min": 2}}
    )
    expected = sorted((-graph.degree(person), person) for person in persons if graph.degree(person) > 1)
    assert [(-edge["bodyCount"], local(edge["node"])) for edge in edges] == expected


@pytest.mark.parametrize("leader", [True, False])
async def test_leaders_or_all_others(pages, leader):
    edges = await pages("persons", PERSONS, within=CITY, day=str(AS_OF), filter={"leader": leader})
    assert [local(edge["node"]) for edge in edges] == [each.id for each in TABLES.of("Leader" if leader else "Person")]
    assert all((edge["node"]["leader"] is not None) is leader for edge in edges)


async def test_persons_by_name(pages):
    edges = await pages("persons", PERSONS, within=CITY, day=str(AS_OF), filter={"name": "王建华"})
    assert [edge["node"]["name"] for edge in edges] == ["王建华"] * len(edges)
    assert len(edges) == sum(each.name == "王建华" for each in TABLES.of("Leader", "Person")) > 1


@pytest.mark.parametrize("field", ["bridges", "clusters", "persons"])
async def test_a_malformed_code_is_told_at_the_field(answer, field):
    body = await answer(f'{{ {field}(within: "abc") {{ totalCount }} cities {{ totalCount }} }}')
    [error] = body["errors"]
    assert (error["path"], error["extensions"]["code"]) == ([field], "BAD_CODE")


async def test_too_large_a_place_is_refused(answer, monkeypatch):
    monkeypatch.setattr(analyst, "MOST_BELONGINGS", 3)
    body = await answer('{ bridges(within: "210681") { totalCount } }')
    [error] = body["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "more than 3 appointments and memberships" in error["message"]
