from datetime import date
from enum import Enum

import pytest

from graph_api.compiler.ids import encode_id
from graph_api.execution.forms import form

CITY, OTHER_CITY, LEADER = encode_id("City", "210681"), encode_id("City", "210682"), encode_id("Leader", "210681L001")

KNOWN = frozenset({"City", "Leader"})


class Order(Enum):
    NAME = "name"
    CODE = "code"


def of(ids=frozenset(), /, **variables):
    return form(variables, frozenset(ids), KNOWN)


@pytest.mark.parametrize(
    ("one", "other"), [("a", "b"), (1, 2), (date(2026, 1, 1), date(2026, 1, 2)), (["a"], ["b", "c"])]
)
def test_values_count_only_as_given(one, other):
    assert of(x=one) == of(x=other)


def test_given_and_null_differ():
    assert of(x="a") != of(x=None)


def test_null_and_not_given_differ():
    assert of(x=None) != of()


def test_switches_count_as_they_are():
    assert of(x=True) != of(x=False)


def test_a_switch_is_no_number():
    assert of(x=True) != of(x=1)


def test_enum_values_count_as_they_are():
    assert of(x=Order.NAME) != of(x=Order.CODE)


def test_names_of_variables_count():
    assert of(x="a") != of(y="a")


def test_the_order_of_the_variables_does_not_count():
    assert of(x="a", y=True) == of(y=True, x="a")


def test_input_objects_count_by_the_fields_that_are_given():
    assert of(filter={"name": "a"}) != of(filter={"name": "a", "kind": Order.CODE})


def test_values_within_input_objects_count_only_as_given():
    assert of(filter={"name": "a", "range": {"min": 1}}) == of(filter={"name": "b", "range": {"min": 2}})


def test_fields_that_are_given_within_nested_input_objects_count():
    assert of(filter={"range": {"min": 1}}) != of(filter={"range": {"max": 1}})


def test_ids_count_by_the_type_they_name():
    assert of(["id"], id=CITY) == of(["id"], id=OTHER_CITY) != of(["id"], id=LEADER)


def test_lists_of_ids_count_by_the_types_they_name_whatever_their_order_and_number():
    assert of(["ids"], ids=[CITY, LEADER]) == of(["ids"], ids=[LEADER, OTHER_CITY, CITY])


def test_ids_count_by_whether_they_carry_a_day_but_not_by_which():
    one, other = (encode_id("City", "210681", day) for day in ("2024-03-01", "2025-03-01"))
    assert of(["id"], id=one) == of(["id"], id=other) != of(["id"], id=CITY)


def test_lists_of_ids_count_by_which_of_them_carry_the_same_day():
    def ids(*days):
        return of(["ids"], ids=[encode_id("City", "210681", day) for day in days])

    assert ids("2024-03-01", "2024-03-01") == ids("2025-03-01")
    assert ids("2024-03-01", "2025-03-01") == ids("2023-03-01", "2020-01-01", "2023-03-01") != ids("2024-03-01")


def test_more_ids_than_a_list_may_have_are_a_form_of_their_own():
    assert of(["ids"], ids=[CITY] * 101) == of(["ids"], ids=[CITY] * 5000) != of(["ids"], ids=[CITY])


def test_what_is_no_id_counts_as_one_of_no_type():
    assert of(["id"], id="nonsense") == of(["id"], id="more nonsense") != of(["id"], id=CITY)


def test_a_form_can_be_a_key():
    assert hash(of(["ids"], ids=[CITY], filter={"a": [1]}, x=None)) is not None


def test_types_that_are_made_up_are_all_alike():
    made_up = [of({"x"}, x=encode_id(name, "1")) for name in ("Nothing", "Other", "x" * 1_000)]
    assert set(made_up) == {of({"x"}, x="no id")}
