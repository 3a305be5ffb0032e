"""The pages of `docs/rules/`: what a coverage rule asks and how it is judged, written from the rule's file.

`python -m graph_api.catalogue.rule_pages docs/rules` writes them anew.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph_api.catalogue import Catalogue, Fragment, Rule, cypher_folder, load_catalogue
from graph_api.catalogue.rules import written
from graph_api.catalogue.tokens import Kind, tokens

INDEX = "README.md"
_MARK = "<!-- Written from cypher/rules/ by `python -m graph_api.catalogue.rule_pages docs/rules`. -->"
_WINDOWS = {
    None: "none: the day itself",
    "MONTH": "MONTH: the last complete month",
    "QUARTER": "QUARTER: the last complete quarter",
    "HALF_YEAR": "HALF_YEAR: the last complete half-year",
    "YEAR": "YEAR: the last complete calendar year",
}


def rule_pages(catalogue: Catalogue, files: Mapping[str, str]) -> dict[str, str]:
    """Every page by file name; `files` are the texts of the rules' files by code."""
    pages = {f"{code}.md": _page(rule, _statement(files[code]), catalogue) for code, rule in catalogue.rules.items()}
    return {INDEX: _index(catalogue.rules.values()), **pages}


def rule_files(catalogue: Catalogue) -> dict[str, str]:
    """The texts of the rules' files as they stand, by code."""
    root = cypher_folder().parent
    return {code: (root / rule.fragment.path).read_text(encoding="utf-8") for code, rule in catalogue.rules.items()}


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write the pages into the folder; those of rules that are gone are taken away."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.md"):
        if path.name not in pages and path.read_text(encoding="utf-8").startswith(_MARK):
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def _index(rules: Iterable[Rule]) -> str:
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.obligation} | {rule.subject} | {_none(rule.window)} | {rule.title} "
        f"| {rule.title_zh} | {rule.required} |"
        for rule in rules
    ]
    return _text(
        _MARK,
        "# Coverage rules",
        "A rule judges every subject of its kind and gives one finding for each: PASS, FAIL, UNKNOWN (the data to judge it "
        "is missing) or NOT_APPLICABLE. MUST and SHOULD follow the wording of the document.",
        "A rule with a window judges the last complete period before the day that is asked about. A place's finding "
        "belongs to the place itself; a building group's to its compound; a department's or leader's to the community of "
        "the pairing that holds (the earliest, should there be several), to its city while it has none; an issue's to the place "
        "of the conference that holds the issue.",
        "\n".join(
            (
                "| code | obligation | subject | window | title | 标题 | required |",
                "|---|---|---|---|---|---|---|",
                *rows,
            )
        ),
        "A rule is a file of `cypher/rules/`: adding one adds the rule. These pages are written from the files; after a "
        "change run `python -m graph_api.catalogue.rule_pages docs/rules`.",
    )


def _page(rule: Rule, statement: str, catalogue: Catalogue) -> str:
    facts = (
        ("code", rule.code),
        ("obligation", rule.obligation),
        ("subject", rule.subject),
        ("window", _WINDOWS[rule.window]),
        ("required", rule.required),
        ("turned by", ", ".join(f"`{written(way)}`" for way in rule.turned_by) or "–"),
    )
    return _text(
        _MARK,
        f"# {rule.code}: {rule.title}",
        rule.title_zh,
        "\n".join(("| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts))),
        "## How it judges",
        rule.fragment.description,
        "## The statement",
        f"`cypher/rules/{rule.code}.cypher`, for every subject within the place whose code begins with `$within`:",
        f"```cypher\n{statement}\n```",
        *_called(statement, catalogue),
        "All rules: [index](README.md).",
    )


def _called(statement: str, catalogue: Catalogue) -> tuple[str, ...]:
    """What the values mean that the statement calls, in the order of their first call."""
    names = dict.fromkeys(
        token.text for token in tokens(statement) if token.kind is Kind.CALL and token.text in catalogue
    )
    lines = [f"- `{_signature(catalogue[name])}`: {catalogue[name].description}" for name in names]
    return ("It calls:", "\n".join(lines)) if lines else ()


def _signature(fragment: Fragment) -> str:
    return f"{fragment.name}({', '.join(fragment.given)})"


def _statement(file: str) -> str:
    """The file without its header."""
    lines = file.splitlines()
    start = next(number for number, line in enumerate(lines) if not line.startswith("//"))
    return "\n".join(lines[start:]).strip()


def _none(value: str | None) -> str:
    return value or "–"


def _text(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def main(arguments: list[str]) -> None:
    """Write the pages into the folder that is named."""
    if len(arguments) != 1:
        sys.exit("usage: python -m graph_api.catalogue.rule_pages FOLDER")
    catalogue = load_catalogue()
    write_pages(Path(arguments[0]), rule_pages(catalogue, rule_files(catalogue)))


if __name__ == "__main__":
    main(sys.argv[1:])
