"""The examples: each client asks a server over a socket, and all say the same of Donggang."""

import asyncio
import json
import os
import shutil
import sys
from pathlib import Path

import pytest
from graphql import GraphQLEnumType, get_operation_ast, is_list_type, is_non_null_type, parse, type_from_ast, validate
from socket_server import listening

from graph_api.app import create_app
from graph_api.catalogue import load_catalogue
from graph_api.execution import Engine, Request
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
SCHEMA = graphql_schema()
DOCUMENT = (EXAMPLES / "misaligned.graphql").read_text(encoding="utf-8")
OPERATION = get_operation_ast(parse(DOCUMENT))
# The server listens on loopback: whatever proxy is set, it isn't asked.
ENVIRONMENT = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}


@pytest.fixture
async def address(donggang):
    async with listening(create_app(Settings(statement_seconds=60), donggang)) as port:
        yield f"http://127.0.0.1:{port}/graphql"


async def output(*command):
    """What a command prints. It runs beside the server, which this process is."""
    pipe = asyncio.subprocess.PIPE
    running = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=ENVIRONMENT, stdout=pipe, stderr=pipe)
    out, error = await running.communicate()
    return running.returncode, out.decode(), error.decode()


async def lines_from(*command):
    code, out, error = await output(*command)
    assert code == 0, error
    return [line.split("\t") for line in out.splitlines()]


@pytest.fixture
async def expected(donggang):
    """The lines that an example prints, from the product without a network between."""
    engine = Engine(donggang, load_catalogue(), Settings(statement_seconds=60))
    answer = await engine.answer(Request(DOCUMENT, {"within": "210681", "first": 100}, None), request_id="r")
    data = json.loads(answer.body)["data"]
    assert data["departments"]["totalCount"] > 10, "there is more than one page of them"
    return data, [cells(department) for department in data["departments"]["nodes"]]


def cells(department):
    leader = department["supervisor"]
    own, other = (each["pairing"]["community"]["name"] for each in (department, leader))
    return [department["code"], department["name"], own, leader["title"], other]


def test_the_operation_is_valid():
    assert validate(SCHEMA, parse(DOCUMENT)) == []


async def test_python_prints_every_page(address, expected):
    assert await lines_from(sys.executable, EXAMPLES / "misaligned.py", address) == expected[1]


async def test_python_says_what_was_refused(address):
    code, out, error = await output(sys.executable, EXAMPLES / "misaligned.py", address, "2106810")
    assert (code, out) == (1, "")
    assert error.startswith("BAD_CODE: ")


async def test_curl_prints_the_result(address, expected):
    if not shutil.which("curl"):
        pytest.skip("curl is not installed.")
    code, out, error = await output("sh", EXAMPLES / "misaligned.sh", address)
    assert code == 0, error
    assert json.loads(out)["data"] == expected[0]


async def test_typescript_prints_every_page(node, address, expected, tmp_path):
    clients = ROOT / "tests" / "clients"
    node(
        *(clients / "node_modules" / "typescript" / "bin" / "tsc", EXAMPLES / "misaligned.mts"),
        *("--strict", "--noUncheckedIndexedAccess", "--erasableSyntaxOnly", "--target", "es2022"),
        *("--module", "nodenext", "--types", "node", "--typeRoots", clients / "node_modules" / "@types"),
        *("--outDir", tmp_path),
    )
    (tmp_path / "misaligned.graphql").write_text(DOCUMENT, encoding="utf-8")
    assert await lines_from("node", tmp_path / "misaligned.mjs", address) == expected[1]


SCALARS = {
    "Int": "number",
    "Float": "number",
    "Boolean": "boolean",
    "String": "string",
    "ID": "string",
    "Date": "string",
}


def typed(type_, selections=None):
    """The type in TypeScript of a value of the type, of which these fields are selected."""
    if not is_non_null_type(type_):
        return f"{_typed(type_, selections)} | null"
    return _typed(type_.of_type, selections)


def _typed(type_, selections):
    if is_list_type(type_):
        return f"Array<{typed(type_.of_type, selections)}>"
    if isinstance(type_, GraphQLEnumType):
        return " | ".join(f'"{name}"' for name in type_.values)
    if selections is None:
        return SCALARS[type_.name]
    fields = [f"{field.name.value}: {typed_field(type_, field)};" for field in selections.selections]
    return f"{{ {' '.join(fields)} }}"


def typed_field(parent, field):
    return typed(parent.fields[field.name.value].type, field.selection_set)


def typed_variable(definition):
    type_ = type_from_ast(SCHEMA, definition.type)
    optional = "" if is_non_null_type(type_) else "?"
    return f"{definition.variable.name.value}{optional}: {typed(type_)};"


def test_typescript_has_the_types_of_the_operation():
    source = " ".join((EXAMPLES / "misaligned.mts").read_text(encoding="utf-8").split())
    variables = " ".join(map(typed_variable, OPERATION.variable_definitions))
    assert f"type Variables = {{ {variables} }};" in source
    assert f"type Data = {_typed(SCHEMA.query_type, OPERATION.selection_set)};" in source
