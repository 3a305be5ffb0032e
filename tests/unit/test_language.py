"""The product speaks plain technical English: phrases that were replaced don't come back (docs/glossary.md)."""

import io
import re
import tokenize
from pathlib import Path

import pytest

from graph_api.schema import graphql_schema

ROOT = Path(__file__).parents[2]
# What stands in place of each phrase. A phrase is found across line breaks, in any case.
BETTER = {
    "if nothing is said": "(default: …)",
    "which to keep": "Filters the results. All given conditions must hold.",
    "of rules so binding": "with this obligation level",
    "whoever": "name the person, client or caller",
    "where there is none": "if there is none",
    "where there are none": "if there are none",
    "where none is": "if none is recorded",
    "null where": "null if",
    "none where": "none if",
    "so many": "the number of …, or the number's name",
    "it is said": "say it",
    "is said of": "name the properties",
    "what is said": "name the properties",
    "that which": "what, or the noun",
    "such as there are": "if there are any",
    "should there be": "if there are several",
    "ways lead": "paths run",
    "holds on the day": "holds on `asOf`",
    "by the day": "by `asOf`",
    "up to the day": "up to `asOf`",
    "the day that is asked about": "`asOf`",
    "as asked": "compared with the given value",
    "for ever": "stable",
    "is no more": "no longer exists",
    "of whatever": "of any",
    "in fives": "rounded down to multiples of five",
    "anew": "again",
    "worked out": "computed",
    "had from": "read from",
    "is to be had": "is available",
    "goes by the name": "is called",
    "takes part": "attends",
}
PATTERNS = {phrase: re.compile(rf"\b{phrase.replace(' ', chr(92) + 's+')}\b", re.IGNORECASE) for phrase in BETTER}
# Names of the code that were replaced by the standard word, as whole identifiers in any case, with what stands for them.
BETTER_NAMES = {
    "analysed": "AnalysisResults",
    "found": "Results",
    "judge": "RuleRunner, run, check",
    "judged": "RuleRun, RuleResults, checked",
    "judgement": "RuleResults",
    "judgements": "RuleResults",
    "judging": "rule_runner",
    "kept": "cached; for filters where",
    "kept_among": "where_among",
    "keys": "SortKeys",
    "reading": "ReadState",
    "stopping": "StopSignals",
    "taken": "FromStage",
    "worked": "Computed",
    "worked_out": "computed",
}
# These are plain verbs or nouns as variables: only as a class is such a name too little.
ONLY_OF_CLASSES = {"found", "keys", "kept", "reading", "taken"}
PYTHON = sorted((ROOT / "graph_api").rglob("*.py"))
CYPHER = sorted((ROOT / "cypher").rglob("*.cypher"))
PAGES = sorted(path for path in ROOT.glob("**/*.md") if not {".venv", "node_modules"} & set(path.parts))


def quaint(text):
    """The banned phrases in a text, each with its replacement."""
    plain = " ".join(text.split())
    return [
        f"{phrase!r} (better: {BETTER[phrase]}) in: … {plain[max(0, found.start() - 60) : found.end() + 60]} …"
        for phrase, pattern in PATTERNS.items()
        for found in pattern.finditer(plain)
    ]


def words(path):
    """The texts of a Python file: strings and comments, without code."""
    with tokenize.open(path) as file:
        found = list(tokenize.generate_tokens(io.StringIO(file.read()).readline))
    kinds = {tokenize.STRING, tokenize.COMMENT, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}
    return " ".join(token.string.strip("\"'# ") for token in found if token.type in kinds)


def identifiers(path):
    """The names of a Python file that are code, each once."""
    with tokenize.open(path) as file:
        return {token.string for token in tokenize.generate_tokens(file.readline) if token.type == tokenize.NAME}


def is_former(identifier):
    word = identifier.strip("_").lower()
    return word in BETTER_NAMES and (word not in ONLY_OF_CLASSES or identifier[:1].isupper())


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_code_has_no_former_name(path):
    assert [
        f"{each} (better: {BETTER_NAMES[each.strip('_').lower()]})" for each in identifiers(path) if is_former(each)
    ] == []
    assert path.stem not in BETTER_NAMES


def names(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", PYTHON, ids=names)
def test_the_code_has_no_quaint_phrase(path):
    assert quaint(words(path)) == []


@pytest.mark.parametrize("path", PAGES, ids=names)
def test_the_documentation_has_no_quaint_phrase(path):
    assert quaint(path.read_text(encoding="utf-8")) == []


def test_the_catalogue_has_no_quaint_phrase():
    comments = {
        path: " ".join(re.findall(r"^//\s?(.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)) for path in CYPHER
    }
    assert [f"{names(path)}: {each}" for path, text in comments.items() for each in quaint(text)] == []


def test_the_schema_has_no_quaint_phrase():
    assert quaint((ROOT / "schema.graphql").read_text(encoding="utf-8")) == []


def test_every_type_of_the_schema_is_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    parts = r"\w*(Connection|Edge|Filter|Order|OrderField|Count|Sum|Key|Dimension|Step)"
    technical = rf"__\w+|{parts}|Query|String|Int|Float|Boolean|ID|Date"
    nouns = [name for name in graphql_schema().type_map if not re.fullmatch(technical, name)]
    assert [name for name in nouns if f"`{name}`" not in glossary] == []
