"""The documentation holds: links lead somewhere, what it names exists, its GraphQL is valid, its Cypher is the compiler's."""

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate
from graphql.execution.values import get_variable_values

from graph_api.catalogue import load_catalogue
from graph_api.compiler.calls import Bound
from graph_api.compiler.statement import compile_operation
from graph_api.schema import build_model
from graph_api.settings import Settings

ROOT = Path(__file__).parents[2]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
PAGES = [
    *(*READMES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", ROOT / "examples" / "README.md"),
    *(*sorted((ROOT / "docs").glob("**/*.md")), ROOT / "seed" / "donggang" / "README.md"),
]
CATALOGUE = load_catalogue()
NOUNS = {name.partition(".")[0] for name in CATALOGUE}
SUFFIXES = {"csv", "cypher", "graphql", "md", "py", "toml"}
NAMES = {
    name: getattr(field.validation_alias, "choices", [field.validation_alias or f"GRAPH_API_{name.upper()}"])
    for name, field in Settings.model_fields.items()
}
VARIABLES = {names[0]: Settings.model_fields[name] for name, names in NAMES.items()}
FORMER = {former for _, *earlier in NAMES.values() for former in earlier}

FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"(?:graph_api|cypher|seed|tests|docs|benchmarks|examples)/[\w./-]+")
CALL = re.compile(r"([a-z_]+)\.([a-z_]+)(?:\(.*\))?")
HUNT = {
    "GRAPH_API_TEST_BROWSER",
    "GRAPH_API_TEST_EXAMPLES",
    "GRAPH_API_TEST_STORE",
    "GRAPH_API_TEST_WRITE",
}  # of the tests, not of the product
VARIABLE = re.compile(r"\b(?:GRAPH_API|NEO4J)_[A-Z_]+\b")

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))


def text_of(page):
    return page.read_text(encoding="utf-8")


def prose(page):
    return FENCE.sub("", text_of(page))


def blocks(page, language):
    return [block for found, block in FENCE.findall(text_of(page)) if found == language]


def anchors(page):
    headings = re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-") for heading in headings}


@every_page
def test_every_link_leads_somewhere(page):
    lost = []
    for link in LINK.findall(prose(page)):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            lost.append(link)
    assert lost == []


@every_page
def test_every_file_that_is_named_exists(page):
    named = [code for code in CODE.findall(prose(page)) if PATH.fullmatch(code)]
    assert [path for path in named if not (ROOT / path).exists()] == []


@every_page
def test_every_fragment_that_is_named_is_in_the_catalogue(page):
    found = [match for match in map(CALL.fullmatch, CODE.findall(prose(page))) if match]
    named = [f"{noun}.{what}" for noun, what in (each.groups() for each in found) if noun in NOUNS]
    assert [name for name in named if name.rpartition(".")[2] not in SUFFIXES and name not in CATALOGUE] == []


@every_page
def test_every_setting_that_is_named_exists(page):
    assert set(VARIABLE.findall(text_of(page))) <= set(VARIABLES) | FORMER | HUNT


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_a_readme_lists_every_setting_with_its_default(page):
    rows = dict(re.findall(r"^\| `([A-Z0-9_]+)` \| (.+?) \|", text_of(page), re.MULTILINE))
    assert set(rows) == set(VARIABLES)
    for variable, field in VARIABLES.items():
        if isinstance(field.default, bool | int | float | str):
            default = f"{field.default:g}" if isinstance(field.default, float) else str(field.default)
            assert rows[variable] == f"`{default.lower() if isinstance(field.default, bool) else default}`", variable


@every_page
def test_every_operation_is_valid(page):
    schema = build_schema((ROOT / "schema.graphql").read_text(encoding="utf-8"))
    for block in blocks(page, "graphql"):
        assert validate(schema, parse(block)) == []


def test_both_readmes_ask_and_answer_the_same():
    for language in ("graphql", "json"):
        assert len({tuple(blocks(page, language)) for page in READMES}) == 1


COMPILER_PAGE = ROOT / "docs" / "compiler.md"


@pytest.fixture(scope="module")
def journey():
    """The statement of the operation on the compiler's page, its variables, and the modules passed until it is read."""
    [block], [row, _] = blocks(COMPILER_PAGE, "graphql"), blocks(COMPILER_PAGE, "json")
    [operation], model = parse(block).definitions, build_model(CATALOGUE)
    given = get_variable_values(model.schema, operation.variable_definitions, {"community": "210681001002"})
    passed = set()
    sys.setprofile(lambda frame, _event, _argument: passed.add(frame.f_code.co_filename))
    try:
        [statement] = compile_operation(model, operation, {}, given).statements
        data, errors = statement.read(json.loads(row), statement.bind(given, Bound(date(2026, 6, 30))))
    finally:
        sys.setprofile(None)
    assert errors == []
    return statement, data, passed


def test_the_compiler_s_page_shows_the_statement_of_its_operation(journey):
    [shown] = blocks(COMPILER_PAGE, "cypher")
    assert squeezed(shown) == squeezed(journey[0].text)


def test_the_compiler_s_page_shows_what_is_read_from_the_row(journey):
    [_, shown] = blocks(COMPILER_PAGE, "json")
    assert json.loads(shown) == journey[1]


def test_the_compiler_s_page_leads_through_at_most_25_files(journey):
    listed = re.findall(r"^\| \d+ \| `(.+?)` \|", text_of(COMPILER_PAGE), re.MULTILINE)
    assert len(set(listed)) == len(listed) <= 25
    assert [path for path in listed if not (ROOT / path).exists()] == []
    compiler = ROOT / "graph_api" / "compiler"
    passed = {str(path.relative_to(ROOT)) for path in map(Path, journey[2]) if path.parent == compiler}
    assert passed - set(listed) == {"graph_api/compiler/weights.py"}  # among the limits, which the page names below


def test_the_compiler_s_page_shows_the_other_domain_as_it_is():
    [shown] = blocks(COMPILER_PAGE, "python")
    assert shown in text_of(ROOT / "tests" / "compiler" / "library.py")


def squeezed(text):
    """The text without white space where that means nothing."""
    return re.sub(r"(?<=[\[({,]) | (?=[\])}])", "", " ".join(text.split()))


@pytest.mark.parametrize("block", blocks(ROOT / "docs" / "catalogue.md", "cypher"))
def test_the_catalogue_s_page_shows_files_as_they_are(block):
    name = re.search(r"^// name: (\w+)\.(\w+)$", block, re.MULTILINE)
    file = ROOT / "cypher" / name[1] / f"{name[2]}.cypher"
    assert block.strip() == file.read_text(encoding="utf-8").strip()


def test_the_first_page_leads_to_all_others_and_to_every_decision():
    first = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    pages = [
        page.relative_to(ROOT / "docs")
        for folder in ("docs", "docs/decisions")
        for page in (ROOT / folder).glob("*.md")
    ]
    assert [str(page) for page in pages if f"]({page})" not in first and page.name != "README.md"] == []
