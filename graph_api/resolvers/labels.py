"""Labels of enum values, from the file `labels.toml` and, for rules, from their titles."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from graph_api.catalogue import load_catalogue
from graph_api.languages import Language, Text
from graph_api.rules import rules_of

_FILE = Path(__file__).with_name("labels.toml")


class EnumLabel(NamedTuple):
    """A value of an enum with its label in one language."""

    value: str
    label: str


class EnumLabels(NamedTuple):
    """An enum with the labels of its values in one language."""

    name: str
    values: list[EnumLabel]


@cache
def labels() -> Mapping[str, Mapping[str, Text]]:
    """The labels by enum and value, sorted by the enums' names."""
    found = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    written = {enum: {value: Text(*texts) for value, texts in values.items()} for enum, values in found.items()}
    codes = {code: Text(rule.title, rule.title_zh) for code, rule in rules_of(load_catalogue()).items()}
    return dict(sorted({**written, "RuleCode": codes}.items()))


def label(enum: str, value: str, language: str) -> str:
    """The label of one value."""
    return labels()[enum][value].in_(language)


def enum_labels(language: str = Language.EN) -> list[EnumLabels]:
    """All labels in the language."""
    return [
        EnumLabels(enum, [EnumLabel(value, text.in_(language)) for value, text in values.items()])
        for enum, values in labels().items()
    ]
