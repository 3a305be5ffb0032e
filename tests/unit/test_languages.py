"""Every text that the product puts together is in both languages."""

import csv
import re
from pathlib import Path

import pytest
from graphql import GraphQLEnumType

from graph_api.resolvers.conferences import responsibilities
from graph_api.resolvers.labels import enum_labels, labels
from graph_api.schema import graphql_schema

HAN = re.compile(r"[\u4e00-\u9fff]")
FIGURES = Path(__file__).parents[2] / "seed" / "donggang" / "figures.csv"
ENUMS = {
    name: list(type_.values)
    for name, type_ in graphql_schema().type_map.items()
    if isinstance(type_, GraphQLEnumType) and not name.startswith("__")
}
STRINGS = {"ChainStep.relation", "Figure.unit", "Rule.subject"}


def test_every_enum_and_no_other_has_labels():
    assert labels().keys() == ENUMS.keys() | STRINGS


@pytest.mark.parametrize("enum", ENUMS)
def test_every_value_of_an_enum_has_a_label_in_both_languages(enum):
    assert list(labels()[enum]) == ENUMS[enum]
    for text in labels()[enum].values():
        assert text.en.isascii()
        assert HAN.search(text.zh)


def test_every_unit_of_a_figure_has_a_label():
    with FIGURES.open(encoding="utf-8", newline="") as file:
        assert {row["unit"] for row in csv.DictReader(file)} == labels()["Figure.unit"].keys()


def test_labels_are_given_in_one_language():
    chinese = {each.name: dict(each.values) for each in enum_labels("ZH")}
    assert chinese["RuleResult"] == {
        "PASS": "通过",
        "FAIL": "未通过",
        "UNKNOWN": "无法判断",
        "NOT_APPLICABLE": "不适用",
    }
    assert dict(next(each.values for each in enum_labels() if each.name == "RuleResult"))["PASS"] == "Pass"


@pytest.mark.parametrize("level", ["CITY", "SUBDISTRICT", "COMMUNITY", "COMPOUND"])
def test_responsibilities_are_in_both_languages(level):
    english, chinese = responsibilities(level), responsibilities(level, "ZH")
    assert len(english) == len(chinese) >= 3
    assert all(text.isascii() and text.endswith(".") for text in english)
    assert all(HAN.search(text) and text.endswith("。") for text in chinese)


def test_a_figure_and_a_criterion_have_their_texts_in_both_languages():
    for name, english, chinese in (("figures.csv", "label", "label_zh"), ("criteria.csv", "name", "name_zh")):
        with (FIGURES.parent / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert rows
        assert all(re.search("[a-z]", row[english]) and HAN.search(row[chinese]) for row in rows)
