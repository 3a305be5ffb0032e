"""`asOf`: a dated relation holds on [since, until), for everything that is asked through it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from asking import asking

from graph_api.catalogue import Mode, cypher_folder, load_catalogue, variables_of
from graph_api.catalogue.parser import parse_file
from graph_api.catalogue.tokens import Kind, clauses
from graph_api.compiler.ids import encode_id
from graph_api.execution import Engine
from graph_api.settings import Settings

DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def ask(donggang):
    return asking(Engine(donggang, load_catalogue(), Settings()))


@dataclass(frozen=True)
class Dated:
    """A relation as it stands in the graph."""

    id: str
    start: str
    end: str
    since: date
    until: date | None


async def dated(database, pattern):
    """The relations of a pattern between `a` and `b`: all that have ended, and the first few that have not."""
    rows = await database.read(
        f"MATCH {pattern} WITH relation, a, b ORDER BY relation.id "
        "RETURN relation.id, a.id, b.id, toString(relation.since), toString(relation.until)"
    )
    found = [
        Dated(name, start, end, date.fromisoformat(since), date.fromisoformat(until) if until else None)
        for name, start, end, since, until in rows
    ]
    return [each for each in found if each.until] + [each for each in found if not each.until][:5]


def days_of(relation):
    """The days around a relation's ends, each with whether it holds."""
    yield relation.since - DAY, False
    yield relation.since, True
    if relation.until:
        yield relation.until - DAY, True
        yield relation.until, False


def found(value, key):
    """Everything that stands under the key, at any depth."""
    if isinstance(value, list):
        return [each for item in value for each in found(item, key)]
    if not isinstance(value, dict):
        return []
    own = [value[key]] if key in value else []
    return own + [each for name, item in value.items() if name != key for each in found(item, key)]


# For each: how the relation stands in the graph, where it starts to be asked for, and what is found through it.
ASKED = {
    "the departments of a community": (
        "(a:Department)-[relation:PAIRED_WITH]->(b:Community)",
        "Community end",
        "departments(first: 100) { edges { pairing { found: id } } }",
        "DepartmentPairing id",
    ),
    "the pairing of a department": (
        "(a:Department)-[relation:PAIRED_WITH]->(b:Community)",
        "Department start",
        "pairing { found: id }",
        "DepartmentPairing id",
    ),
    "the leaders of a community": (
        "(a:Leader)-[relation:PAIRED_WITH]->(b:Community)",
        "Community end",
        "leaders(first: 100) { edges { pairing { found: id } } }",
        "LeaderPairing id",
    ),
    "the pairing of a leader": (
        "(a:Leader)-[relation:PAIRED_WITH]->(b:Community)",
        "Leader start",
        "pairing { found: id }",
        "LeaderPairing id",
    ),
    "the departments that a leader supervises": (
        "(a:Leader)-[relation:SUPERVISES]->(b:Department)",
        "Leader start",
        "supervises(first: 100) { nodes { found: id } }",
        "Department end",
    ),
    "the supervisor of a department": (
        "(a:Leader)-[relation:SUPERVISES]->(b:Department)",
        "Department end",
        "supervisor { found: id }",
        "Leader start",
    ),
    "the appointments of a person": (
        "(a:Person&!Leader)-[relation:HOLDS]->(b)",
        "Person start",
        "appointments(first: 100) { nodes { found: id } }",
        "Appointment id",
    ),
    "the appointments in an owners' committee": (
        "(a)-[relation:HOLDS]->(b:OwnersCommittee)",
        "OwnersCommittee end",
        "appointments(first: 100) { nodes { found: id } }",
        "Appointment id",
    ),
    "the appointments in a branch": (
        "(a)-[relation:HOLDS]->(b:Branch)",
        "Branch end",
        "appointments(first: 100) { nodes { found: id } }",
        "Appointment id",
    ),
    "the branch of a compound": (
        "(a:Branch)-[relation:SERVES]->(b:Compound)",
        "Compound end",
        "branch { found: id }",
        "Branch start",
    ),
    "the owners' committee of a compound": (
        "(a:OwnersCommittee)-[relation:SERVES]->(b:Compound)",
        "Compound end",
        "ownersCommittee { found: id }",
        "OwnersCommittee start",
    ),
    "the property company of a compound": (
        "(a:PropertyCompany)-[relation:SERVES]->(b:Compound)",
        "Compound end",
        "propertyCompany { found: id }",
        "PropertyCompany start",
    ),
    "the compounds of a property company": (
        "(a:PropertyCompany)-[relation:SERVES]->(b:Compound)",
        "PropertyCompany start",
        "compounds(first: 100) { nodes { found: id } }",
        "Compound end",
    ),
    "what a branch was founded on": (
        "(a:Branch)-[relation:FOUNDED_ON]->(b:OwnersCommittee)",
        "Branch start",
        "foundedOn { found: id }",
        "OwnersCommittee end",
    ),
    "the building groups of a compound": (
        "(a:BuildingGroup)-[relation:FORMED_IN]->(b:Compound)",
        "Compound end",
        "buildingGroups(first: 100) { nodes { found: id } }",
        "BuildingGroup start",
    ),
    "the buildings of a group": (
        "(a:BuildingGroup)-[relation:COVERS]->(b:Building)",
        "BuildingGroup start",
        "buildings { found: id }",
        "Building end",
    ),
    "the groups of a building": (
        "(a:BuildingGroup)-[relation:COVERS]->(b:Building)",
        "Building end",
        "buildingGroups { found: id }",
        "BuildingGroup start",
    ),
    "the synergy body of a community": (
        "(a:SynergyBody)-[relation:SERVES]->(b:Community)",
        "Community end",
        "synergyBody { found: id }",
        "SynergyBody start",
    ),
    "the member units of a synergy body": (
        "(a:Unit)-[relation:MEMBER_OF]->(b:SynergyBody)",
        "SynergyBody end",
        "members(first: 100) { nodes { found: id } }",
        "Unit start",
    ),
    "the synergy bodies of a department": (
        "(a:Department)-[relation:MEMBER_OF]->(b:SynergyBody)",
        "Department start",
        "memberships(first: 100) { nodes { found: id } }",
        "SynergyBody end",
    ),
    "the conference of a compound": (
        "(a:Conference)-[relation:SERVES]->(b:Compound)",
        "Compound end",
        "conference { found: id }",
        "Conference start",
    ),
    "the convenor of a conference": (
        "(a)-[relation:HOLDS]->(b:Conference)",
        "Conference end",
        "convenor { found: id }",
        "Person start",
    ),
    "the liaison office of a conference": (
        "(a:Department)-[relation:LIAISON_OF]->(b:Conference)",
        "Conference end",
        "liaisonOffice { found: id }",
        "Department start",
    ),
    "the standing members of a conference": (
        "(a)-[relation:BELONGS_TO]->(b:Conference)",
        "Conference end",
        "standingMembers(first: 100) { nodes { found: id } }",
        "Person start",
    ),
    "the leaders who are invited to a conference": (
        "(a:Leader)-[relation:INVITED_TO]->(b:Conference)",
        "Conference end",
        "invitees(first: 100) { nodes { found: id } }",
        "Leader start",
    ),
    "the leader of a building group": (
        "(a:Person&!Leader)-[relation:LEADS]->(b:BuildingGroup)",
        "BuildingGroup end",
        "leader { found: id }",
        "Person start",
    ),
}


def id_of(relation, what, day=""):
    type_name, part = what.split()
    return encode_id(type_name, getattr(relation, part), str(day))


@pytest.mark.parametrize("name", ASKED)
async def test_it_is_found_from_its_first_day_to_the_day_before_its_end(name, ask, donggang):
    pattern, asked, selection, wanted = ASKED[name]
    text = f"""query($id: ID!, $day: Date!) {{
      node: nodeAsOf(id: $id, asOf: $day) {{ ... on {asked.split()[0]} {{ {selection} }} }}
    }}"""
    wrong = []
    relations = await dated(donggang, pattern)
    for relation in relations:
        for day, holds in days_of(relation):
            answer = await ask(text, id=id_of(relation, asked), day=str(day))
            if (id_of(relation, wanted, day) in found(answer, "found")) is not holds:
                wrong.append((relation, str(day), holds))
    assert relations
    assert wrong == []


@pytest.mark.parametrize(
    ("type_name", "pattern"),
    [
        ("DepartmentPairing", "(a:Department)-[relation:PAIRED_WITH]->(b:Community)"),
        ("LeaderPairing", "(a:Leader)-[relation:PAIRED_WITH]->(b:Community)"),
        ("Appointment", "(a)-[relation:HOLDS]->(b)"),
    ],
)
async def test_a_relation_can_be_found_again_from_its_first_day_and_after_its_end(type_name, pattern, ask, donggang):
    text = "query($id: ID!, $day: Date!) { node: nodeAsOf(id: $id, asOf: $day) { id } }"
    wrong = []
    for relation in await dated(donggang, pattern):
        for day, _ in days_of(relation):
            answer = await ask(text, id=encode_id(type_name, relation.id), day=str(day))
            if (answer["node"] is not None) is not (day >= relation.since):
                wrong.append((relation, str(day)))
    assert wrong == []


@pytest.mark.parametrize(("owner", "type_name"), [("Department", "DepartmentPairing"), ("Leader", "LeaderPairing")])
async def test_every_pairing_up_to_the_day_is_listed_newest_first(owner, type_name, ask, donggang):
    text = f"""query($id: ID!, $day: Date!) {{
        node: nodeAsOf(id: $id, asOf: $day) {{ ... on {owner} {{ pairings(first: 100) {{ nodes {{ id since until }} }} }} }}
    }}"""
    ended = [each for each in await dated(donggang, f"(a:{owner})-[relation:PAIRED_WITH]->(b:Community)") if each.until]
    for relation in ended:
        listed = (await ask(text, id=encode_id(owner, relation.start), day=str(relation.until)))["node"]["pairings"][
            "nodes"
        ]
        assert encode_id(type_name, relation.id, str(relation.until)) in [each["id"] for each in listed]
        assert [each["since"] for each in listed] == sorted((each["since"] for each in listed), reverse=True)
        assert all(each["since"] <= str(relation.until) for each in listed)


async def test_everything_beneath_a_root_field_inherits_its_day(ask):
    here = "departments(first: 100) { nodes { code } }"
    text = f"""query($day: Date) {{
        leader(code: "210681L001", asOf: $day) {{ pairing {{ community {{ code subdistrict {{ communities(first: 100) {{
            nodes {{ code {here} }}
        }} }} }} }} }}
        communities(asOf: $day, first: 100) {{ nodes {{ code {here} }} }}
    }}"""
    answer = await ask(text, day="2024-06-01")
    nested = answer["leader"]["pairing"]["community"]["subdistrict"]["communities"]["nodes"]
    assert nested
    assert all(each in answer["communities"]["nodes"] for each in nested)


async def test_root_fields_of_several_days_keep_apart(ask, donggang):
    relation = next(r for r in await dated(donggang, "(a:Leader)-[relation:PAIRED_WITH]->(b:Community)") if r.until)
    text = "query($code: String!, $a: Date, $b: Date) { %s }" % " ".join(  # noqa: UP031 - braces
        f"{key}: leader(code: $code, asOf: ${key}) {{ pairings(first: 100) {{ totalCount }} pairing {{ id }} }}"
        for key in ("a", "b")
    )
    days = {"a": str(relation.since - DAY), "b": str(relation.since)}
    answer = await ask(text, code=relation.start, **days)
    assert answer["a"]["pairings"]["totalCount"] == answer["b"]["pairings"]["totalCount"] - 1
    assert answer["b"]["pairing"]["id"] == encode_id("LeaderPairing", relation.id, days["b"])


@pytest.mark.parametrize("given", ["", "(asOf: null)", "($day)"])
async def test_without_a_day_it_is_today(given, ask):
    today = str(datetime.now(Settings().zone).date())
    fields = "totalCount nodes { departments(first: 100) { nodes { code } } leaders(first: 100) { nodes { code } } }"
    text = f"{{ communities{given} {{ {fields} }} }}"
    if given == "($day)":
        text = f"query($day: Date) {{ communities(asOf: $day) {{ {fields} }} }}"
    assert await ask(text) == await ask(f'{{ communities(asOf: "{today}") {{ {fields} }} }}')


@pytest.mark.parametrize("day", ["2023-06-01", "2024-06-01", "2026-06-30"])
async def test_filters_and_orders_count_what_holds_on_the_day(day, ask):
    text = """query($day: Date) {
        all: communities(first: 100, asOf: $day) { nodes { code departments { totalCount } } }
        kept: communities(first: 100, asOf: $day, filter: {departmentCount: {min: 3, max: 3}}) { nodes { code } }
        ordered: communities(first: 100, asOf: $day, orderBy: {field: DEPARTMENT_COUNT, direction: DESC}) { nodes { code } }
    }"""
    answer = await ask(text, day=day)
    counts = {each["code"]: each["departments"]["totalCount"] for each in answer["all"]["nodes"]}
    assert [each["code"] for each in answer["kept"]["nodes"]] == [code for code, count in counts.items() if count == 3]
    assert [each["code"] for each in answer["ordered"]["nodes"]] == sorted(
        counts, key=lambda code: (-counts[code], code)
    )


async def test_figures_are_those_of_the_report_s_day_on_any_day(ask):
    text = 'query($day: Date) { city(code: "210681", asOf: $day) { figures { key value } } }'
    assert await ask(text, day="2019-01-01") == await ask(text, day="2026-06-30")


async def test_a_body_is_found_by_name_from_the_day_it_came_into_being(ask, donggang):
    relation = (await dated(donggang, "(a:Branch)-[relation:SERVES]->(b:Compound)"))[-1]
    [[name]] = await donggang.read("MATCH (branch:Branch {id: $id}) RETURN branch.name", {"id": relation.start})
    text = "query($text: String!, $day: Date) { search(text: $text, asOf: $day, first: 100) { id } }"
    for day, there in ((relation.since - DAY, False), (relation.since, True)):
        answer = await ask(text, text=name, day=str(day))
        assert (encode_id("Branch", relation.start, str(day)) in found(answer, "id")) is there


async def test_a_chain_has_no_relation_that_does_not_hold(ask, donggang):
    relation = next(r for r in await dated(donggang, "(a:Leader)-[relation:PAIRED_WITH]->(b:Community)") if r.until)
    text = """query($from: ID!, $to: ID!, $day: Date) {
        connections(from: $from, to: $to, asOf: $day) { length steps { relation } }
    }"""
    ends = {"from": encode_id("Leader", relation.start), "to": encode_id("Community", relation.end)}
    for day, holds in days_of(relation):
        chains = (await ask(text, **ends, day=str(day)))["connections"]
        assert any(chain["length"] == 1 for chain in chains) is holds


async def test_the_last_visit_is_the_last_up_to_the_day(ask, donggang):
    [[leader, community, first]] = await donggang.read(
        "MATCH (leader:Leader)-[pairing:PAIRED_WITH]->(community:Community) WHERE pairing.until IS NULL "
        "MATCH (leader)-[:MADE]->(visit:Visit)-[:TO]->(community) WHERE visit.date > pairing.since "
        "WITH leader, community, min(visit.date) AS first ORDER BY leader.code LIMIT 1 "
        "RETURN leader.code, community.code, toString(first)"
    )
    text = """query($code: String!, $day: Date) {
        community(code: $code, asOf: $day) { leaders(first: 100) { edges { lastVisit node { code } } } }
    }"""
    for day, visit in ((date.fromisoformat(first) - DAY, None), (date.fromisoformat(first), first)):
        edges = (await ask(text, code=community, day=str(day)))["community"]["leaders"]["edges"]
        assert [each["lastVisit"] for each in edges if each["node"]["code"] == leader] == [visit]


DATED_TYPES = {
    found_type
    for path in (cypher_folder() / "migrations").glob("*.cypher")
    for found_type in re.findall(r"FOR \(\)-\[\w+:([A-Z_]+)\]-\(\)", path.read_text("utf-8"))
}


# What asks a relation for its dates.
QUESTIONS = {"time.holds", "time.held", "time.held_on", "time.began", "time.overlaps", "members.is_of_last_year"}


def undated(path, root=None):
    """Where a fragment passes a dated relation without looking at its dates: file and line, and what is wrong."""
    source = parse_file(path.relative_to(root or cypher_folder().parent), path.read_text("utf-8"))
    body = [token for token in without_context(source) if token.kind is not Kind.SPACE]
    checked = [
        body[at + 2].text for at, token in enumerate(body[:-2]) if token.kind is Kind.CALL and token.text in QUESTIONS
    ]
    iterated = {
        body[at - 1].text
        for at, token in enumerate(body)
        if token.text == "IN" and body[at + 1].text == "relationships"
    }
    for at, token in enumerate(body):
        if token.text != "[" or body[at - 1].text not in {"-", "<-"}:
            continue
        variable = body[at + 1].text if body[at + 1].kind is Kind.VARIABLE else None
        types = relation_types(body[at + 1 :])
        if not types & DATED_TYPES or variable in source.names("history"):
            continue
        if variable in checked:
            checked.remove(variable)
        elif variable is not None or not iterated & set(checked):
            yield f"{source.path}:{token.line}: {'|'.join(sorted(types))} is not asked whether it holds"


def relation_types(parts):
    types = set()
    for token in parts:
        if token.text in {"]", "{", "*"}:
            return types
        if token.kind is not Kind.VARIABLE and token.text.isupper():
            types.add(token.text)
    return types


def without_context(source):
    """The body without what is only there for whoever pastes the file: all before a value, or what binds the given."""
    starts = [at for at in clauses(source.body) if source.body[at].text != "WHERE"]
    if source.entries["mode"][0] == Mode.VALUE:
        return source.body[next(at for at in reversed(starts) if source.body[at].text == "RETURN") :]
    context = variables_of(source.body[: starts[1]]) <= set(source.names("given"))
    return source.body[starts[1] :] if context else source.body


FRAGMENTS = [
    cypher_folder().parent / fragment.path
    for fragment in load_catalogue().values()
    if fragment.mode in {Mode.RELATION, Mode.VALUE}
]


def test_the_migrations_say_which_relations_are_dated():
    assert {"PAIRED_WITH", "HOLDS", "SERVES"} <= DATED_TYPES


def test_every_dated_relation_is_asked_whether_it_holds():
    assert [line for path in FRAGMENTS for line in undated(path)] == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("MATCH (a)-[:PAIRED_WITH]->(b)\nRETURN b", 7),
        ("MATCH (a)-[p:PAIRED_WITH]->(b)\nRETURN b", 7),
        ("MATCH (a)--(c)\nWHERE EXISTS { (c)<-[p:HOLDS|PART_OF]-(b) }\nRETURN b", 8),
        ("MATCH (a)-[p:PAIRED_WITH]->(b)<-[q:SERVES]-()\nWHERE time.holds(p)\nRETURN b", 7),
        ("MATCH (a)-[:PAIRED_WITH*..3]->(b)\nRETURN b", 7),
    ],
)
def test_one_that_is_not_asked_is_reported_with_its_line(body, line, tmp_path):
    assert [each.split(": ")[0] for each in reported(body, tmp_path)] == [f"cypher/things/thing.cypher:{line}"]


@pytest.mark.parametrize(
    "body",
    [
        "MATCH (a)-[p:PAIRED_WITH]->(b)\nWHERE time.holds(p)\nRETURN b",
        "MATCH (a)-[p:PAIRED_WITH {id: a.x}]->(b)\nWHERE time.began(p)\nRETURN b",
        "MATCH (a)-[:PART_OF]->(b)\nRETURN b",
        "MATCH (a)\nMATCH (a)-[h:HOLDS]->(b)\nRETURN b",
        "MATCH w = (a)-[:HOLDS*..3]->(b)\nWHERE all(r IN relationships(w) WHERE time.holds(r))\nRETURN b",
    ],
)
def test_one_that_is_asked_or_is_history_is_not_reported(body, tmp_path):
    assert list(reported(body, tmp_path)) == []


def reported(body, tmp_path):
    path = tmp_path / "cypher" / "things" / "thing.cypher"
    path.parent.mkdir(parents=True)
    header = ["name: things.thing", "mode: relation", "given: a", "columns: b", "history: h", "Things."]
    path.write_text("".join(f"// {line}\n" for line in header) + body, encoding="utf-8")
    return list(undated(path, tmp_path))
