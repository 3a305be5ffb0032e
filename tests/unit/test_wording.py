"""What a rule observed, in words and as a number."""

import re

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.resolvers.labels import labels
from graph_api.rules import rules_of
from graph_api.rules.wording import read_wording

RULES = rules_of(load_catalogue())
HAN = re.compile(r"[\u4e00-\u9fff]")
MEETINGS = {
    "observed": "{value} of {of meeting|meetings}",
    "observed_zh": "{of}次会议中参加{value}次",
    "observed_none": "no meeting",
    "observed_none_zh": "无会议",
    "observed_called": "{name} on {date}",
    "observed_called_zh": "{date}的{name}",
    "unit": "MEETINGS",
}


@pytest.fixture
def wording():
    return read_wording(MEETINGS, ValueError)


def test_a_number_has_its_noun_in_the_singular_or_plural(wording):
    assert wording.text({"value": 1, "of": 1}) == "1 of 1 meeting"
    assert wording.text({"value": 0, "of": 0}) == "0 of 0 meetings"
    assert wording.text({"value": 1, "of": 2}, "ZH") == "2次会议中参加1次"


def test_the_form_chooses_the_text(wording):
    assert wording.text({"form": "none"}) == "no meeting"
    assert wording.text({"form": "none"}, "ZH") == "无会议"


def test_several_forms_are_listed(wording):
    parts = [{"form": "none"}, {"form": "called", "name": "例会", "date": "2026-06-30"}]
    assert wording.text(parts) == "no meeting, 例会 on 2026-06-30"
    assert wording.text(parts, "ZH") == "无会议、2026年6月30日的例会"


def test_nothing_observed_has_no_text_and_no_number(wording):
    assert wording.text(None) is None
    assert wording.observation(None) is None


def test_a_number_has_its_unit_and_total(wording):
    assert wording.observation({"value": 1, "of": 2}) == (1, "MEETINGS", 2)
    assert wording.observation({"value": 1}) == (1, "MEETINGS", None)
    assert wording.observation({"form": "none"}) is None
    assert wording.observation([{"form": "none"}, {"form": "none"}]) is None


def test_a_name_with_braces_stays_as_it_is(wording):
    assert wording.text({"form": "called", "name": "{value}", "date": "2026-06-30"}) == "{value} on 2026-06-30"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"observed_zh": None}, "each with its Chinese text"),
        ({"observed_none": None}, "each with its Chinese text"),
        ({"observed_zh": "{value}次"}, "the texts of observed have different values"),
        ({"observed_none_zh": "无{name}"}, "the texts of observed_none have different values"),
        ({"unit": None}, "has a `unit` if"),
    ],
)
def test_a_header_has_both_languages_with_the_same_values(wrong, message):
    facts = {key: text for key, text in (MEETINGS | wrong).items() if text is not None}
    with pytest.raises(ValueError, match=re.escape(message)):
        read_wording(facts, ValueError)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_speaks_both_languages(rule):
    texts = [rule.wording.forms[form] for form in rule.wording.forms]
    assert all(HAN.search(text) for text in (rule.title_zh, rule.required_zh, *(text.zh for text in texts)))
    assert all(text.isascii() for text in (rule.title, rule.required, *(text.en for text in texts)))
    chinese = re.sub(r"\{\w+\}", "", "".join([rule.title_zh, rule.required_zh, *(text.zh for text in texts)]))
    assert re.findall(r"[A-Za-z,;:()]", chinese) == []
    assert rule.title_in("ZH") == rule.title_zh
    assert rule.required_in("ZH") == rule.required_zh


def test_every_unit_is_in_use_and_has_a_label():
    assert {rule.wording.unit for rule in RULES.values()} - {None} == labels()["ObservationUnit"].keys()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_statement_names_the_forms_of_its_header(rule):
    text, forms = rule.fragment.text, rule.wording.forms.keys() - {""}
    named = set(re.findall(r"form: '(\w+)'[,}]", text))
    assert named <= forms
    made_of_values = "{form: 'no_' + toLower(" in text
    assert {form for form in forms - named if f"'{form}'" not in text and not made_of_values} == set()


@pytest.mark.parametrize(
    ("code", "enum"),
    [("COM5", "SynergyFunction"), ("COM7", "InviteeCategory"), ("SUB2", "InviteeCategory"), ("CTY3", "MunicipalBody")],
)
def test_each_value_that_can_be_missing_has_its_form(code, enum):
    possible = {f"no_{value.lower()}" for value in labels()[enum]} - {"no_community_secretary"}
    assert possible <= RULES[code].wording.forms.keys()
