"""The pages of `docs/rules/`, one per coverage rule, generated from the rules' files.

`python -m graph_api.rules.pages docs/rules` generates them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from graph_api.catalogue import Catalogue, Fragment, cypher_folder, load_catalogue
from graph_api.catalogue.tokens import Kind, tokens
from graph_api.rules import Rule, rules_of
from graph_api.rules.bounds import Bounds
from graph_api.rules.rule import written
from graph_api.rules.wording import shown

INDEX = "README.md"
_MARK = "<!-- Generated from cypher/rules/ by `python -m graph_api.rules.pages docs/rules`. -->"
_WINDOWS = {
    None: "none: the state on `asOf`",
    "MONTH": "MONTH: the last complete month",
    "QUARTER": "QUARTER: the last complete quarter",
    "HALF_YEAR": "HALF_YEAR: the last complete half-year",
    "YEAR": "YEAR: the last complete calendar year",
}


def rule_pages(catalogue: Catalogue, files: Mapping[str, str]) -> dict[str, str]:
    """The pages by file name; `files` are the texts of the rules' files by code."""
    pages = {
        f"{code}.md": _page(rule, _statement(files[code]), catalogue) for code, rule in rules_of(catalogue).items()
    }
    return {INDEX: _index(rules_of(catalogue).values()), **pages}


def rule_files(catalogue: Catalogue) -> dict[str, str]:
    """The texts of the rules' files, by code."""
    root = cypher_folder().parent
    return {code: (root / rule.fragment.path).read_text(encoding="utf-8") for code, rule in rules_of(catalogue).items()}


def write_pages(folder: Path, pages: Mapping[str, str]) -> None:
    """Write the pages into the folder, and delete the generated pages of rules that no longer exist."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.md"):
        if path.name not in pages and path.read_text(encoding="utf-8").startswith(_MARK):
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def _index(rules: Iterable[Rule]) -> str:
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {rule.obligation} | {rule.subject} | {_none(rule.window)} | {rule.title} "
        f"| {rule.title_zh} | {rule.required} | {rule.required_zh} |"
        for rule in rules
    ]
    return _text(
        _MARK,
        "# Coverage rules",
        "A rule checks every subject of its type, with one finding for each: PASS, FAIL, UNKNOWN (the data needed to check "
        "it is missing) or NOT_APPLICABLE. MUST (required) and SHOULD (recommended) follow the wording of the source document.",
        "A rule with a window checks the last complete period before `asOf`. The finding of a place belongs to the place "
        "itself; that of a building group to its compound; that of a department or leader to the community of its current "
        "pairing (the earliest, if there are several), or to its city if it is unpaired; that of an issue to the place of "
        "the conference that holds the issue.",
        "\n".join(
            (
                "| code | obligation | subject | window | title | 标题 | required | 要求 |",
                "|---|---|---|---|---|---|---|---|",
                *rows,
            )
        ),
        "Every file in `cypher/rules/` is a rule. These pages are generated from the files; after a change run "
        "`python -m graph_api.rules.pages docs/rules`.",
    )


def _page(rule: Rule, statement: str, catalogue: Catalogue) -> str:
    facts = (
        ("code", rule.code),
        ("obligation", rule.obligation),
        ("subject", rule.subject),
        ("window", _WINDOWS[rule.window]),
        ("required", rule.required),
        ("要求", rule.required_zh),
        ("unit of `observation`", f"`{rule.wording.unit}`" if rule.wording.unit else "–"),
        ("numbers that pass", _numbers(rule.bounds)),
        ("relations that change the result", ", ".join(f"`{written(way)}`" for way in rule.turned_by) or "–"),
    )
    return _text(
        _MARK,
        f"# {rule.code}: {rule.title}",
        rule.title_zh,
        "\n".join(("| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts))),
        "## What it checks",
        rule.fragment.description,
        "## What it observes",
        _wording(rule),
        "## The statement",
        f"`cypher/rules/{rule.code}.cypher`, for every subject within the place with the code `$within`:",
        f"```cypher\n{statement}\n```",
        *_called(statement, catalogue),
        "All rules: [index](README.md).",
    )


def _numbers(bounds: Bounds) -> str:
    """The bounds; a bound that is an observed value is named."""
    named = (("at least", bounds.minimum), ("at most", bounds.maximum))
    return (
        ", ".join(f"{word} {bound if isinstance(bound, int) else f'*{bound}*'}" for word, bound in named if bound)
        or "–"
    )


def _wording(rule: Rule) -> str:
    """The texts of `observed` in both languages."""
    rows = (f"| {shown(text.en)} | {shown(text.zh)} |" for text in rule.wording.forms.values())
    return "\n".join(("| observed | 实际情况 |", "|---|---|", *rows))


def _called(statement: str, catalogue: Catalogue) -> tuple[str, ...]:
    """The value fragments that the statement calls, with their descriptions, in the order of their first call."""
    names = dict.fromkeys(
        token.text for token in tokens(statement) if token.kind is Kind.CALL and token.text in catalogue
    )
    lines = [f"- `{_signature(catalogue[name])}`: {catalogue[name].description}" for name in names]
    return ("Value fragments that it calls:", "\n".join(lines)) if lines else ()


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
    """Write the pages into the given folder."""
    if len(arguments) != 1:
        sys.exit("usage: python -m graph_api.rules.pages FOLDER")
    catalogue = load_catalogue()
    write_pages(Path(arguments[0]), rule_pages(catalogue, rule_files(catalogue)))


if __name__ == "__main__":
    main(sys.argv[1:])
