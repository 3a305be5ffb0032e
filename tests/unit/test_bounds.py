"""How far a number is from the bounds of a rule."""

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.rules import rules_of
from graph_api.rules.bounds import Bounds, read_bounds

RULES = rules_of(load_catalogue())
THREE_TO_FIVE = Bounds(3, 5)


@pytest.mark.parametrize(("value", "margin"), [(2, -1), (3, 0), (4, 1), (5, 0), (7, -2)])
def test_a_margin_is_the_distance_from_the_nearest_bound(value, margin):
    assert THREE_TO_FIVE.margin("PASS" if margin >= 0 else "FAIL", {"value": value}) == margin


def test_a_bound_can_be_an_observed_value():
    bounds = read_bounds({"unit": "MEMBERS", "minimum": "of"}, ValueError)
    assert bounds.margin("FAIL", {"value": 7, "of": 9}) == -2
    assert (bounds.least({"value": 7, "of": 9}), bounds.least(None), bounds.most({"value": 7})) == (9, None, None)


@pytest.mark.parametrize(
    ("result", "observed"),
    [
        ("UNKNOWN", {"value": 4}),
        ("NOT_APPLICABLE", {"value": 4}),
        ("PASS", None),
        ("PASS", {"form": "withheld"}),
        ("FAIL", [{"form": "no_branch"}]),
        ("FAIL", {"value": 4}),
    ],
)
def test_there_is_no_margin_without_a_number_that_decides(result, observed):
    assert THREE_TO_FIVE.margin(result, observed) is None


def test_a_rule_without_a_unit_has_no_bounds():
    with pytest.raises(ValueError, match="only a rule with a `unit`"):
        read_bounds({"minimum": "1"}, ValueError)


def test_rules_with_a_number_have_bounds_unless_it_is_not_what_is_required():
    without = {code for code, rule in RULES.items() if rule.wording.unit and rule.bounds == Bounds(None, None)}
    assert without == {"GRP3", "HH1"}
