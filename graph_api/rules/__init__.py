"""The coverage rules: the files of the catalogue with mode `rule`, each with what its header says.

`rule` has one rule, `bounds` the numbers that pass, `wording` the texts of what it observed,
`pages` writes the pages of `docs/rules/`.
"""

from __future__ import annotations

from graph_api.catalogue import Catalogue, Mode
from graph_api.rules.rule import Obligation, Rule, Window, read_rule

__all__ = ["Obligation", "Rule", "Window", "rules_of"]


def rules_of(catalogue: Catalogue) -> dict[str, Rule]:
    """The rules of the catalogue, by code. Raises `CatalogueError` for an invalid header."""
    found = [read_rule(fragment) for fragment in catalogue.values() if fragment.mode is Mode.RULE]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}
