"""Relations between the same two things that overlap, touch, repeat or run backwards: things are listed and counted once."""

import json
from collections import defaultdict
from datetime import date

import pytest
from graphql import (
    get_named_type,
    get_nullable_type,
    is_abstract_type,
    is_list_type,
    is_object_type,
    is_required_argument,
)
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from oracle.cross_appointments import cross_appointments
from oracle.records import Relation
from oracle.relations import Situation
from oracle.tables import Tables
from tangles import CODE, DAY, tangled
from tiny_city import AS_OF, remove, write

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import decode_id, encode_id
from graph_api.database import open_database
from graph_api.database.migrations import migrate
from graph_api.execution import Engine, Request
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

SCHEMA = graphql_schema()
DAYS = [AS_OF, AS_OF - 200 * DAY]
# Days that seats begin and end around.
CROSSED = [AS_OF - number * DAY for number in range(0, 500, 25)]
# When all that ends has ended.
LATER = AS_OF + 1_000 * DAY
SIZES = [1, 2]


def is_connection(type_):
    return type_.name.endswith("Connection") and "edges" in type_.fields


def has_id(type_):
    return "id" in getattr(type_, "fields", {}) or (
        is_abstract_type(type_) and all("id" in one.fields for one in SCHEMA.get_possible_types(type_))
    )


def lists_of(type_):
    """The fields of a type that lead to pages or lists of objects, without arguments that they can't do without."""
    for name, field in type_.fields.items():
        leads_to = get_named_type(field.type)
        paged = is_object_type(leads_to) and is_connection(leads_to)
        listed = is_list_type(get_nullable_type(field.type)) and has_id(leads_to)
        if (paged or listed) and not any(map(is_required_argument, field.args.values())):
            yield name, field


FETCH = "nodeAsOf" if "nodeAsOf" in SCHEMA.query_type.fields else "node"


FORWARDS, BACKWARDS = (
    ("first", "after", "hasNextPage", "endCursor"),
    ("last", "before", "hasPreviousPage", "startCursor"),
)


class Walker:
    """Reads every list of a city to its end, page by page, forwards and where it can be backwards."""

    def __init__(self, engine, day):
        self.engine, self.day = engine, day

    async def ask(self, text, /, **variables):
        answer = json.loads((await self.engine.answer(Request(text, variables, None), request_id="r")).body)
        assert "errors" not in answer, (text, variables, answer["errors"])
        return answer["data"]

    async def of_objects(self, type_, ids):
        """The lists of objects that are found by their ids; those that do not exist on the day have none."""
        fields = dict(lists_of(type_))
        wrap = f'{{ object: {FETCH}(id: $id, asOf: "{self.day}") {{ ... on {type_.name} {{ %s }} }} }}'
        for id_ in ids if fields else ():
            walked = [await self.walk(fields, wrap, "object", FORWARDS, size, id=id_) for size in SIZES]
            assert walked[0] == walked[1], (type_, walked)

    async def of_root(self):
        """The lists of the root that a place can be named for."""
        fields = {name: field for name, field in lists_of(SCHEMA.query_type) if {"within", "asOf"} <= field.args.keys()}
        walked = [await self.walk(fields, "{ %s }", None, way, size) for way in (FORWARDS, BACKWARDS) for size in SIZES]
        assert all(one == walked[0] for one in walked), walked
        return walked[0]

    async def walk(self, fields, wrap, key, way, size, **variables):
        """The ids of all lists, each read to its end: as many as it says, and none twice. (Rows without an id are None.)"""
        text = self.operation(fields, wrap, way, **variables)
        rows, at, left = {name: [] for name in fields}, {}, set(fields)
        while left:
            found = await self.ask(text, size=size, **variables, **at)
            found = found if key is None else found[key]
            if found is None:
                return rows
            for name in sorted(left):
                if not self.read_on(name, found[name], way, rows, at):
                    left.discard(name)
        return rows

    def operation(self, fields, wrap, way, **variables):
        limit, edge, more, cursor = way
        selected = []
        for name, field in fields.items():
            inner = get_named_type(field.type)
            given_ = [f'within: "{CODE}", asOf: "{self.day}"'] if "asOf" in field.args else []
            if is_connection(inner):
                what = "... on Node { id }" if has_id(get_named_type(inner.fields["nodes"].type)) else "__typename"
                given_ += [f"{limit}: $size, {edge}: $at_{name}"]
                what = f"totalCount pageInfo {{ {more} {cursor} }} edges {{ cursor }} nodes {{ {what} }}"
            else:
                what = "... on Node { id }"
            selected.append(f"{name}{'(' + ', '.join(given_) + ')' if given_ else ''} {{ {what} }}")
        declared = [f"${name}: ID!" for name in variables] + ["$size: Int"] + [f"$at_{name}: String" for name in fields]
        used = [one for one in declared if one.split(":")[0] in " ".join(selected) or "ID!" in one]
        return f"query({', '.join(used)}) {wrap % ' '.join(selected)}"

    def read_on(self, name, page, way, rows, at):
        """Take a page; whether there is another."""
        more, cursor = way[2:]
        if page is None or isinstance(page, list):
            ids = [one["id"] for one in page or ()]
            assert len(set(ids)) == len(ids), (name, ids)
            rows[name] = ids
            return False
        new = [(one["cursor"], node.get("id")) for one, node in zip(page["edges"], page["nodes"], strict=True)]
        rows[name] = rows[name] + new if way is FORWARDS else new + rows[name]
        assert len(rows[name]) <= page["totalCount"], (name, rows[name], page)
        if page["pageInfo"][more]:
            at[f"at_{name}"] = page["pageInfo"][cursor]
            return True
        cursors, ids = [row[0] for row in rows[name]], [row[1] for row in rows[name]]
        assert len(ids) == len(set(cursors)) == page["totalCount"], (name, ids, page)
        assert None in ids or len(set(ids)) == len(ids), (name, ids)
        rows[name] = ids
        return False


def ids_by_type(city):
    """The global ids of the city's things."""
    found = defaultdict(list)
    for node in city.nodes:
        for label in node["labels"]:
            type_ = SCHEMA.type_map.get(label)
            if is_object_type(type_) and "id" in type_.fields:
                found[label].append(encode_id(label, node["properties"]["id"]))
    return found


@pytest.fixture(scope="module")
async def engine(database, neo4j_address):
    await migrate(database)
    async with open_database(neo4j_address, statement_seconds=120.0) as patient:
        # All lists of the root are walked side by side, which is more than an operation may select.
        yield Engine(patient, load_catalogue(), Settings(max_statement_characters=100_000))
    await remove(database)


def situation_of(city, day):
    """What the oracle of cross-appointments needs to know of the city."""
    relations = defaultdict(list)
    for one in city.relations:
        told = one["properties"]
        if one["type"] in {"HOLDS", "SERVES"}:
            fields = {name: told[name] or "" for name in ("role",) if name in told}
            relation = Relation(told["id"], one["start"], one["target"], told["since"], told["until"], **fields)
            relations[one["type"]].append(relation)
    kinds = {
        noun: frozenset(node["properties"]["id"] for node in city.nodes if label in node["labels"])
        for noun, label in (
            ("branches", "Branch"),
            ("owners_committees", "OwnersCommittee"),
            ("property_companies", "PropertyCompany"),
        )
    }
    return Situation(Tables(services=tuple(relations["SERVES"]), appointments=tuple(relations["HOLDS"]), **kinds), day)


async def crossings_agree(walker, city):
    """The cross-appointments of the day are the oracle's, are found again by id also when they have ended, and have begun."""
    asked = "id person { id } compound { code } channel since until appointments { since until }"
    text = f'{{ crossAppointments(within: "{CODE}", asOf: "{walker.day}", first: 100) {{ nodes {{ {asked} }} }} }}'
    found = (await walker.ask(text))["crossAppointments"]["nodes"]
    situation = situation_of(city, walker.day)
    compounds = [node["properties"]["id"] for node in city.nodes if "Compound" in node["labels"]]
    expected = {
        encode_id("CrossAppointment", one.id)
        for compound in compounds
        for one in cross_appointments(compound, situation)
    }
    # An id may carry the day after what names the cross-appointment.
    assert {encode_id("CrossAppointment", key_of(one)) for one in found} == expected
    for one in found:
        assert all(seat["since"] <= str(walker.day) < (seat["until"] or "9") for seat in one["appointments"])
        again = await walker.ask(
            f'query($id: ID!) {{ {FETCH}(id: $id, asOf: "{walker.day}") {{ id }} '
            f'later: nodeAsOf(id: $id, asOf: "{LATER}") {{ ... on CrossAppointment {{ {asked} }} }} }}',
            id=one["id"],
        )
        assert again[FETCH]["id"] == one["id"]
        assert ends_as_said(city, one)
        assert ends_as_said(city, again["later"])
        assert again["later"]["since"] >= one["since"]


def ends_as_said(city, crossing):
    """Whether the oracle has the cross-appointment on the day before its end, and not on the day itself."""
    compound, key = crossing["compound"]["code"], key_of(crossing)
    end = LATER if crossing["until"] is None else date.fromisoformat(crossing["until"])
    before, after = (
        {one.id for one in cross_appointments(compound, situation_of(city, on))} for on in (end - DAY, end)
    )
    return key in before and (key in after) is (crossing["until"] is None)


def key_of(crossing):
    return f"{crossing['compound']['code']}|{decode_id(crossing['person']['id']).local}|{crossing['channel']}"


@pytest.mark.slow
@settings(
    max_examples=1,
    derandomize=True,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10_000))
async def test_every_list_has_everything_once(engine, database, seed):
    city = tangled(seed)
    await write(database, [city])
    for day in CROSSED:
        await crossings_agree(Walker(engine, day), city)
    for day in DAYS:
        walker = Walker(engine, day)
        found = await walker.of_root()
        for label, ids in ids_by_type(city).items():
            await walker.of_objects(SCHEMA.type_map[label], ids[:2])
        assert len(found["communities"]) == 2
        for community in (
            await walker.ask(
                f'{{ communities(within: "{CODE}", asOf: "{day}") {{ nodes {{ code '
                "departments { totalCount } leaders { totalCount } } } }"
            )
        )["communities"]["nodes"]:
            departments, leaders = community["departments"]["totalCount"], community["leaders"]["totalCount"]
            matching = await walker.ask(
                f'{{ communities(within: "{community["code"]}", asOf: "{day}", filter: {{ '
                f"departmentCount: {{ min: {departments}, max: {departments} }}, "
                f"leaderCount: {{ min: {leaders}, max: {leaders} }} }}) {{ totalCount }} }}"
            )
            assert matching["communities"]["totalCount"] == 1, community
