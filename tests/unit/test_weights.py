"""What an answer weighs is about what it has in bytes: for made-up shapes, and rows of them."""

from datetime import date

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_api.compiler import shapes
from graph_api.compiler.calls import Bound
from graph_api.compiler.pages import Page
from graph_api.compiler.weights import entries, fullest, weigh
from graph_api.database.bolt.messages import message
from graph_api.errors import ClientError, ErrorCode

TEXT = "x" * 20
PAGE = Page(3, from_end=False, after=None, before=None)


def bound(**given):
    return Bound(date(2026, 6, 30), pages={1: PAGE}, **given)


def entry(key, shape):
    return shapes.Entry(key, shape, nullable=True, name="T.f")


def connection(item):
    return shapes.Connection(1, "mark", 1, 0, None, (("nodes", "nodes", item), ("edges", "edges", item)))


# A shape, and a row for it: an object's columns are a list of its own.
def leaves():
    def named(number):
        return shapes.Object(tuple(entry(f"a{each}", shapes.Leaf(0)) for each in range(number))), [TEXT]

    return st.builds(named, st.integers(1, 9))


def within(inner):
    def listed(found, number):
        return shapes.Object((entry("list", shapes.Items(0, found[0], nullable_items=False)),)), [[found[1]] * number]

    def paged(found, number):
        return shapes.Object((entry("page", connection(found[0])),)), [[[*found[1], "key"]] * number]

    def nested(found, there):
        return shapes.Object((entry("one", shapes.Nested(0, found[0])),)), [found[1] if there else None]

    def either(found):
        shape = shapes.Object((entry("one", shapes.Nested(0, shapes.OneOf({"T": _moved(found[0])}))),))
        return shape, [["T", *found[1]]]

    return st.one_of(
        st.builds(listed, inner, st.integers(0, 5)),
        st.builds(paged, inner, st.integers(0, 3)),
        st.builds(nested, inner, st.booleans()),
        st.builds(either, leaves()),
    )


def _moved(shape):
    return shapes.Object(tuple(entry(each.key, shapes.Leaf(each.shape.column + 1)) for each in shape.entries))


@given(st.recursive(leaves(), within, max_leaves=4))
def test_a_row_weighs_about_what_it_becomes(made):
    shape, row = made
    now = bound()
    written = len(orjson.dumps(shape.read(row, (), now.read_state())))
    weight = weigh(shape).of(row, now)
    assert written <= weight + 20
    assert weight <= 3 * written + 300


@given(st.recursive(leaves(), within, max_leaves=4))
def test_what_comes_in_few_bytes_is_written_in_no_more_than_their_density_says(made):
    shape, row = made
    now, weight = bound(), weigh(shape)
    came = len(message(b"\x71", row))
    written = len(orjson.dumps(shape.read(row, (), now.read_state())))
    assert written <= came * weight.density() + weight.per_row + came


def test_a_value_that_is_written_under_many_names_makes_rows_dense():
    few, many = (
        shapes.Object(tuple(entry(f"a{each}", shapes.Leaf(0)) for each in range(number))) for number in (1, 100)
    )
    listed = [shapes.Object((entry("list", shapes.Items(0, item, nullable_items=False)),)) for item in (few, many)]
    assert weigh(listed[1]).density() > 50 * weigh(listed[0]).density()


@pytest.mark.parametrize("size", [1, 100])
def test_no_request_asks_for_more_than_the_fullest(size):
    item = shapes.Object((entry("a", shapes.Leaf(0)), entry("page", connection(shapes.Object(())))))
    weight = weigh(shapes.Object((entry("page", connection(item)),)))
    asked = Bound(date(2026, 6, 30), pages={1: Page(size, from_end=True, after=None, before=None)})
    assert weight.most(asked) <= weight.most(fullest([1]))


@pytest.mark.parametrize("number", [0, 3])
def test_full_pages_weigh_the_most(number):
    item = shapes.Object((entry("a", shapes.Leaf(0)),))
    weight = weigh(shapes.Object((entry("page", connection(item)),)))
    assert weight.of([[[TEXT, "key"]] * number], bound()) <= weight.most(bound())
    assert weight.of([[[TEXT, "key"]] * 3], bound()) == weight.most(bound())


def test_lists_that_lead_round_weigh_more_than_those_that_lead_on():
    def nested(*types):
        item = shapes.Object((entry("a", shapes.Leaf(0)),))
        for name in types:
            page = shapes.Connection(1, "mark", 1, 0, None, (("nodes", "nodes", item),), of=name)
            item = shapes.Object((entry("page", page),))
        return weigh(item).most(fullest([1]))

    assert nested("A", "B", "A", "B") > 10 * nested("D", "C", "B", "A")


def test_refused_arguments_weigh_an_error():
    shape = shapes.Object((entry("page", connection(shapes.Object(()))),))
    refused = bound(failures={1: ClientError(ErrorCode.BAD_PAGE, "no")})
    assert weigh(shape).most(refused) == weigh(shape).of([None], refused) > 300


def test_shared_fields_are_counted_once():
    common = shapes.Object((entry("a", shapes.Leaf(1)), entry("b", shapes.Leaf(2))))
    assert entries(shapes.Object((entry("one", shapes.Nested(0, shapes.OneOf({"A": common, "B": common}))),))) == 3
