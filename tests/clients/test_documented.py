"""The clients that docs/clients.md describes: its own examples, run against a server over a socket."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest
from graphql import parse, validate
from socket_server import listening

from graph_api.app import create_app
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PAGE = (ROOT / "docs" / "clients.md").read_text(encoding="utf-8")
OPERATION = "examples/misaligned.graphql"


def examples(heading, language):
    """The code in this language under the heading."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    found = re.findall(rf"^```{language}\n(.*?)^```", section[1], re.MULTILINE | re.DOTALL)
    assert found, heading
    return found


@pytest.fixture
async def address(donggang):
    async with listening(create_app(Settings(statement_seconds=60), donggang)) as port:
        yield f"http://127.0.0.1:{port}"


async def run(folder, *command, **environment):
    """What a command prints, beside the server, which this process is."""
    pipe = asyncio.subprocess.PIPE
    there = {**os.environ, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1", **environment}
    running = await asyncio.create_subprocess_exec(*command, cwd=folder, env=there, stdout=pipe, stderr=pipe)
    out, error = await running.communicate()
    assert running.returncode == 0, error.decode()
    return out.decode()


async def test_graphql_code_generator_reads_the_served_schema(node, address, tmp_path):
    (config,) = examples("GraphQL Code Generator", "ts")
    assert "http://127.0.0.1:8000" in config
    (tmp_path / "codegen.ts").write_text(config.replace("http://127.0.0.1:8000", address), encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(HERE / "node_modules")
    (tmp_path / "src").mkdir()
    (tmp_path / OPERATION.replace("examples", "src")).write_text((ROOT / OPERATION).read_text("utf-8"), "utf-8")
    await run(tmp_path, "node", "node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.ts")
    use = """
        import type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";
        import { MisalignedDepartmentsDocument } from "./generated/graphql";
        type Department = ResultOf<typeof MisalignedDepartmentsDocument>["departments"]["nodes"][number];
        export const nameOf = (department: Department): string | undefined => department.pairing?.community.name;
        export const variables: VariablesOf<typeof MisalignedDepartmentsDocument> = { within: "210681", first: 100 };
        // @ts-expect-error: the pairing can be null
        export const wrong = (department: Department) => department.pairing.community;
    """
    (tmp_path / "src" / "use.ts").write_text(use, encoding="utf-8")
    strict = ["--strict", "--noEmit", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022"]
    node(HERE / "node_modules" / "typescript" / "bin" / "tsc", *strict, "--types", "node", "src/use.ts", cwd=tmp_path)


async def test_gql_asks_in_python(address, tmp_path):
    (script,) = examples("gql", "python")
    assert "http://127.0.0.1:8000" in script
    out = await run(tmp_path, sys.executable, "-c", script.replace("http://127.0.0.1:8000", address))
    name, rate = out.split()
    assert name == "东港市"
    assert 0 < float(rate) <= 1


async def test_pandas_reads_what_the_commands_write(donggang, neo4j_address, tmp_path):
    settings = {
        "NEO4J_URI": neo4j_address.uri,
        "NEO4J_USERNAME": neo4j_address.username,
        "NEO4J_PASSWORD": neo4j_address.password,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (commands,), (script,) = examples("pandas", "sh"), examples("pandas", "python")
    await run(tmp_path, "sh", "-ec", commands, **settings)
    out = await run(tmp_path, sys.executable, "-c", script)
    assert "社区" in out
    seats = [int(line.split()[-1]) for line in out.splitlines() if re.fullmatch(r"\S+ +\d+", line)]
    assert max(seats) >= 2, "somebody holds seats in two bodies"


def test_operations_in_the_page_are_valid():
    documents = re.findall(r"^```graphql\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    assert documents
    for document in documents:
        assert validate(graphql_schema(), parse(document)) == []
