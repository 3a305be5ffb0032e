"""The board's modules and operations, without a browser: types, validity, words, what is vendored."""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from graphql import OperationDefinitionNode, parse, validate

from graph_api.app import board
from graph_api.schema import graphql_schema

HERE = Path(__file__).parent
TYPES = board.STATIC / "types" / "operations.d.ts"
OPERATIONS = sorted(board.STATIC.glob("operations/*.graphql"))
# The module that the server makes of them.
SERVED = json.loads(
    board.files()["operations.js"].content.decode("utf-8").removeprefix("export default ").rstrip(";\n")
)
README = board.STATIC.parent / "README.md"
# Set to write the types of operations anew.
WRITE = os.environ.get("GRAPH_API_TEST_WRITE")


@pytest.mark.parametrize("path", OPERATIONS, ids=lambda path: path.stem)
def test_an_operation_is_valid_and_has_the_name_of_its_file(path):
    document = parse(SERVED[path.stem])
    assert validate(graphql_schema(), document) == []
    (operation,) = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    assert operation.name.value == path.stem


def test_types_of_operations_are_those_of_the_schema(node, tmp_path):
    generated = tmp_path / "operations.d.ts"
    config = json.loads((HERE / "codegen.json").read_text("utf-8"))
    config["generates"] = {str(generated): config["generates"]["GENERATED"]}
    (tmp_path / "codegen.json").write_text(json.dumps(config), encoding="utf-8")
    node("node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", tmp_path / "codegen.json")
    names = [path.stem for path in OPERATIONS]
    by_name = "\n".join(f"  {name}: {{ data: {name}Query; variables: {name}QueryVariables }};" for name in names)
    text = f"{generated.read_text('utf-8').strip()}\n\nexport interface Operations {{\n{by_name}\n}}\n"
    if WRITE:
        TYPES.write_text(text, encoding="utf-8")
    assert TYPES.read_text("utf-8") == text


def test_modules_fit_their_types(node):
    node("node_modules/typescript/bin/tsc", "--project", HERE / "tsconfig.json")


def test_vendored_files_are_those_of_the_table():
    rows = re.findall(r"^\| `([\w.-]+)` \| .*`([0-9a-f]{64})` \|$", README.read_text("utf-8"), re.MULTILINE)
    vendored = {path.name: path for path in (board.STATIC / "vendor").glob("*.js")}
    assert {name for name, _ in rows} == set(vendored)
    for name, digest in rows:
        assert hashlib.sha256(vendored[name].read_bytes()).hexdigest() == digest, name


def test_modules_import_only_files_of_the_board():
    for path, file in board.files().items():
        if path.endswith(".js"):
            code = re.sub(r"/\*.*?\*/", "", file.content.decode("utf-8"), flags=re.DOTALL)
            for found in re.findall(r"""\b(?:from|import)\s*\(?\s*["']([^"']+)["']""", code):
                target = (board.STATIC / path).parent.joinpath(found).resolve().relative_to(board.STATIC).as_posix()
                assert target in board.files(), (path, found)
