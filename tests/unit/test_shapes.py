from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_api.compiler import reader
from graph_api.compiler.ids import Asked, GlobalId, encode_id
from graph_api.compiler.pages import Page, decode_cursor
from graph_api.compiler.reader import Amiss, build_reader
from graph_api.compiler.shapes import (
    Bubble,
    Computed,
    Connection,
    Cursor,
    Entry,
    Fixed,
    Id,
    Items,
    Leaf,
    LeafList,
    Nested,
    Object,
    OneOf,
    ReadState,
    Refetched,
    Refused,
)
from graph_api.errors import ClientError, ErrorCode

MARK = 0x0BADCAFE
DAYS = {"as_of": "2024-03-01"}
WRONG = ClientError(ErrorCode.BAD_PAGE, "wrong")


def entry(key, shape, *, nullable=True):
    return Entry(key, shape, nullable, f"Type.{key}")


def object_of(*entries):
    return Object(tuple(entries))


def name(*, nullable=False, column=0):
    return object_of(entry("name", Leaf(column), nullable=nullable))


def answered(shape, row, **context):
    """The value, and the code and path of each error."""
    state = ReadState(*(context.get(name, {}) for name in ("pages", "ids", "failures")), days=DAYS)
    try:
        value = shape.read(row, (), state)
    except Bubble as bubble:
        value = "nothing"
        state.errors.append((bubble.error, bubble.path))
    return value, [(error.code.value, path) for error, path in state.errors]


def read(shape, row, **context):
    value, errors = answered(shape, row, **context)
    assert errors == []
    return value


def test_a_leaf_is_a_column():
    assert read(Leaf(1), ["a", "b"]) == "b"


def test_a_leaf_is_converted():
    assert read(Leaf(0, float), [1]) == 1.0


def test_null_is_not_converted():
    assert read(Leaf(0, float), [None]) is None


def test_a_list_of_leaves_is_converted_one_by_one():
    assert read(LeafList(0, nullable_items=True, convert=str), [[1, None]]) == ["1", None]


def test_a_list_of_leaves_may_be_null():
    assert read(LeafList(0, nullable_items=False), [None]) is None


def test_a_null_in_a_list_that_has_none_says_where_it_is():
    assert answered(LeafList(0, nullable_items=False), [["a", None]]) == ("nothing", [("INTERNAL", (1,))])


def test_a_list_of_leaves_has_no_null_for_a_value_that_its_enum_lacks():
    shape = LeafList(0, nullable_items=False, convert={"a": "A"}.get)
    assert answered(shape, [["a", "b"]]) == ("nothing", [("INTERNAL", (1,))])


def test_the_quick_way_reads_a_list_of_leaves():
    shape = LeafList(0, nullable_items=True, convert=str)
    rows = [[[1, None]], [[]], [None]]
    assert [build_reader(shape)(row, {}, {}, {}) for row in rows] == [["1", None], [], None]


def test_a_value_is_worked_out_from_columns():
    assert read(Computed({"a": 1, "b": 0}, lambda a, b: a - b, 24), [1, 3]) == 2


def test_the_fields_of_an_object_come_in_order():
    shape = object_of(entry("b", Leaf(0)), entry("a", Fixed("x")), entry("c", Leaf(0)))
    assert list(read(shape, [1]).items()) == [("b", 1), ("a", "x"), ("c", 1)]


def test_a_nested_object_without_a_row_is_null():
    assert read(Nested(0, name()), [None]) is None


def test_a_nested_object_has_a_row_of_its_own():
    assert read(Nested(1, name()), ["x", ["y"]]) == {"name": "y"}


def test_a_list_of_objects_has_a_row_for_each():
    assert read(Items(0, name(), nullable_items=False), [[["a"], ["b"]]]) == [{"name": "a"}, {"name": "b"}]


def test_an_object_s_type_is_read_from_its_row():
    shape = OneOf({"City": name(column=1), "Person": object_of(entry("retired", Leaf(1)))})
    assert read(shape, ["Person", True]) == {"retired": True}


def test_a_missing_value_takes_the_place_of_the_nearest_object_that_may_be_null():
    shape = object_of(entry("city", Nested(0, name())), entry("code", Leaf(1)))
    value, errors = answered(shape, [[None], "x"])
    assert (value, errors) == ({"city": None, "code": "x"}, [("INTERNAL", ("city", "name"))])


def test_a_missing_value_rises_past_what_may_not_be_null():
    inner = object_of(entry("place", Nested(0, name()), nullable=False))
    assert answered(object_of(entry("city", Nested(0, inner))), [[[None]]]) == (
        {"city": None},
        [("INTERNAL", ("city", "place", "name"))],
    )


def test_a_missing_value_may_take_the_whole_answer():
    assert answered(object_of(entry("city", Nested(0, name()), nullable=False)), [[None]]) == (
        "nothing",
        [("INTERNAL", ("city", "name"))],
    )


def test_a_missing_item_takes_a_list_that_has_none():
    shape = object_of(entry("cities", Items(0, name(), nullable_items=False)))
    assert answered(shape, [[["a"], [None]]]) == ({"cities": None}, [("INTERNAL", ("cities", 1, "name"))])


def test_missing_items_stay_null_in_a_list_that_may_have_them():
    shape = object_of(entry("cities", Items(0, name(), nullable_items=True)))
    assert answered(shape, [[["a"], [None], ["b"], [None]]]) == (
        {"cities": [{"name": "a"}, None, {"name": "b"}, None]},
        [("INTERNAL", ("cities", 1, "name")), ("INTERNAL", ("cities", 3, "name"))],
    )


def test_errors_of_several_fields_are_all_reported():
    shape = object_of(entry("a", Nested(0, name())), entry("b", Nested(0, name())))
    assert answered(shape, [[None]]) == (
        {"a": None, "b": None},
        [("INTERNAL", ("a", "name")), ("INTERNAL", ("b", "name"))],
    )


def test_a_path_has_aliases_not_names():
    assert answered(object_of(entry("alias", Leaf(0), nullable=False)), [None])[1] == [("INTERNAL", ("alias",))]


def test_a_field_with_wrong_arguments_is_null_and_says_why():
    shape = object_of(entry("a", Nested(0, name(), call=1)), entry("b", Nested(0, name(), call=2)))
    value, errors = answered(shape, [["x"]], failures={1: WRONG})
    assert (value, errors) == ({"a": None, "b": {"name": "x"}}, [("BAD_PAGE", ("a",))])


def test_wrong_arguments_take_a_parent_where_the_field_may_not_be_null():
    inner = object_of(entry("one", Refused(1), nullable=False))
    shape = object_of(entry("city", Nested(0, inner)))
    assert answered(shape, [["x"]], failures={1: WRONG}) == ({"city": None}, [("BAD_PAGE", ("city", "one"))])


def test_wrong_arguments_below_an_object_that_is_not_there_are_no_error():
    inner = object_of(entry("one", Refused(1), nullable=False))
    assert answered(object_of(entry("city", Nested(0, inner))), [None], failures={1: WRONG}) == ({"city": None}, [])


FOUND = {
    "columns": {("City", 0): 0, ("Person", 0): 1},
    "types": {("City", 0): name(), ("Person", 0): object_of(entry("retired", Leaf(0)))},
}


def asked(type_name, local, slot=0):
    return Asked(GlobalId(type_name, local), slot)


CITY, PERSON = asked("City", "1"), asked("Person", "1")
ROW = [[["1", ["a"]]], [["1", [True]], ["2", None]]]


def test_an_id_finds_the_thing_of_its_type():
    assert read(Refetched(1, **FOUND, many=False), ROW, ids={1: [PERSON]}) == {"retired": True}


def test_an_id_that_nothing_has_is_null():
    assert read(Refetched(1, **FOUND, many=False), ROW, ids={1: [asked("Person", "2")]}) is None


def test_things_come_in_the_order_of_the_ids_and_as_often():
    wanted = [PERSON, CITY, PERSON, asked("City", "9")]
    assert read(Refetched(1, **FOUND, many=True), ROW, ids={1: wanted}) == [
        {"retired": True},
        {"name": "a"},
        {"retired": True},
        None,
    ]


def test_an_id_finds_the_thing_as_of_its_own_day():
    found = {
        "columns": {("City", 1): 0, ("City", 2): 1},
        "types": {("City", 1): name(), ("City", 2): object_of(entry("code", Leaf(0)))},
    }
    wanted = [asked("City", "1", 2), asked("City", "1", 1), asked("City", "1")]
    answer = read(Refetched(1, **found, many=True), [[["1", ["a"]]], [["1", ["b"]]]], ids={1: wanted})
    assert answer == [{"code": "b"}, {"name": "a"}, None]


def test_an_id_carries_the_day_of_its_parameter():
    state = ReadState({}, {}, {}, days=DAYS)
    shape = Id(0, "City", "as_of")
    assert [shape.read([local], (), state) for local in ("1", None)] == [encode_id("City", "1", "2024-03-01"), None]


def test_a_malformed_id_among_others_is_null_and_says_why():
    shape = object_of(entry("nodes", Refetched(1, **FOUND, many=True), nullable=False))
    assert answered(shape, ROW, ids={1: [CITY, WRONG]}) == (
        {"nodes": [{"name": "a"}, None]},
        [("BAD_PAGE", ("nodes", 1))],
    )


def test_a_thing_with_a_missing_value_is_null_among_others():
    assert answered(Refetched(1, **FOUND, many=True), [[["1", [None]]], []], ids={1: [CITY]}) == (
        [None],
        [("INTERNAL", (0, "name"))],
    )


INFO = ("pageInfo", "pageInfo", [(key, key) for key in ("hasNextPage", "hasPreviousPage", "startCursor", "endCursor")])
NODES = ("nodes", "nodes", name())


def page_of(size=2, *, from_end=False):
    return {1: Page(size, from_end, None, None)}


def connection(*entries, beyond=None):
    return Connection(1, MARK, 1, 0, beyond, entries)


ROWS = [[["a", "ka"], ["b", "kb"], ["c", "kc"]]]


def test_a_page_has_no_more_rows_than_its_size():
    assert read(connection(NODES), ROWS, pages=page_of()) == {"nodes": [{"name": "a"}, {"name": "b"}]}


def test_a_page_from_the_end_comes_in_the_list_s_order():
    assert read(connection(NODES), ROWS, pages=page_of(from_end=True)) == {"nodes": [{"name": "b"}, {"name": "a"}]}


def test_a_row_beyond_the_page_says_that_there_is_more():
    info = read(connection(INFO), ROWS, pages=page_of())["pageInfo"]
    assert (info["hasNextPage"], info["hasPreviousPage"]) == (True, False)


def test_a_row_beyond_a_page_from_the_end_says_that_there_is_more_before():
    info = read(connection(INFO), ROWS, pages=page_of(from_end=True))["pageInfo"]
    assert (info["hasNextPage"], info["hasPreviousPage"]) == (False, True)


def test_a_full_page_with_nothing_beyond_it_is_the_last():
    assert read(connection(INFO), ROWS, pages=page_of(3))["pageInfo"]["hasNextPage"] is False


@pytest.mark.parametrize("from_end", [False, True])
def test_what_lies_behind_the_cursor_is_told_by_its_column(from_end):
    info = read(connection(INFO, beyond=1), [ROWS[0], True], pages=page_of(3, from_end=from_end))["pageInfo"]
    assert (info["hasNextPage"], info["hasPreviousPage"]) == (from_end, not from_end)


def test_the_cursors_of_a_page_are_those_of_its_ends():
    info = read(connection(INFO), ROWS, pages=page_of())["pageInfo"]
    assert [decode_cursor(info[key], MARK, (False,)) for key in ("startCursor", "endCursor")] == [("ka",), ("kb",)]


def test_an_empty_page_has_no_cursors():
    info = read(connection(INFO), [[]], pages=page_of())["pageInfo"]
    assert (info["startCursor"], info["endCursor"]) == (None, None)


def test_an_edge_has_the_cursor_of_its_row():
    edge = object_of(entry("cursor", Cursor(MARK, 1)), entry("node", name()))
    edges = read(connection(("edges", "edges", edge)), ROWS, pages=page_of())["edges"]
    assert [decode_cursor(each["cursor"], MARK, (False,)) for each in edges] == [("ka",), ("kb",)]


def test_a_key_of_several_values_ends_the_row():
    edge = object_of(entry("cursor", Cursor(MARK, 2)))
    shape = Connection(1, MARK, 2, 0, None, (("edges", "edges", edge),))
    edges = read(shape, [[["a", 3, "k"]]], pages=page_of())["edges"]
    assert decode_cursor(edges[0]["cursor"], MARK, (False,) * 2) == (3, "k")


def test_a_connection_may_be_asked_for_its_total_alone():
    shape = Connection(1, MARK, 1, None, None, (("n", "totalCount", 0), ("t", "__typename", "CityConnection")))
    assert read(shape, [7], pages=page_of()) == {"n": 7, "t": "CityConnection"}


def test_a_missing_value_on_a_page_takes_the_connection_and_says_where():
    shape = object_of(entry("list", connection(NODES)))
    assert answered(shape, [[["a", "ka"], [None, "kb"]]], pages=page_of()) == (
        {"list": None},
        [("INTERNAL", ("list", "nodes", 1, "name"))],
    )


def test_a_missing_value_beyond_the_page_is_no_error():
    assert answered(connection(NODES), [[["a", "ka"], [None, "kb"]]], pages=page_of(1))[1] == []


@pytest.mark.parametrize("piece", [0, 1_000])
@pytest.mark.parametrize("from_end", [False, True])
def test_the_quick_way_reads_a_page_as_the_careful_way_does(from_end, piece, monkeypatch):
    monkeypatch.setattr(reader, "_PIECE", piece)
    edge = object_of(entry("cursor", Cursor(MARK, 1)), entry("node", name()))
    shape = object_of(entry("list", connection(NODES, INFO, ("edges", "edges", edge)), nullable=False))
    pages = page_of(from_end=from_end)
    assert build_reader(shape)(ROWS, pages, {}, {}) == read(shape, ROWS, pages=pages)


def test_no_piece_of_a_long_reader_is_compiled_as_a_whole(monkeypatch):
    """Nothing else runs while Python compiles: 40 milliseconds for an object with so many fields."""
    lengths = []
    monkeypatch.setattr(
        reader, "eval", lambda text, names: lengths.append(len(text)) or eval(text, names), raising=False
    )
    keys = [f"alias_{number}" for number in range(1_600)]
    item = object_of(*(entry(key, Leaf(number)) for number, key in enumerate(keys)))
    shape = object_of(entry("list", connection(NODES, ("nodes", "nodes", item)), nullable=False))
    row = [[list(range(1_600))]]
    assert build_reader(shape)(row, page_of(), {}, {}) == {
        "list": {"nodes": [{key: number for number, key in enumerate(keys)}]}
    }
    assert max(lengths) < 5_000


def test_a_connection_with_wrong_arguments_says_why():
    shape = object_of(entry("list", connection(NODES)))
    assert answered(shape, [[]], failures={1: WRONG}) == ({"list": None}, [("BAD_PAGE", ("list",))])


def drawn_object(draw, depth):
    entries = [
        Entry(key, drawn_shape(draw, column, depth), draw(st.booleans()), f"Type.{key}")
        for column, key in enumerate("abc"[: draw(st.integers(1, 3))])
    ]
    return Object(tuple(entries))


def drawn_shape(draw, column, depth):
    kind = draw(st.sampled_from(["leaf", "nested", "items"] if depth else ["leaf"]))
    if kind == "nested":
        return Nested(column, drawn_object(draw, depth - 1))
    if kind == "items":
        return Items(column, drawn_object(draw, depth - 1), draw(st.booleans()))
    leaves = LeafList(column, draw(st.booleans()), draw(st.sampled_from([None, str])))
    return draw(st.sampled_from([Leaf(column), Leaf(column, str), leaves, Id(column, "City", "as_of")]))


def drawn_value(draw, shape):
    if isinstance(shape, Object):
        return [drawn_value(draw, each.shape) for each in shape.entries]
    if isinstance(shape, Items):
        return [drawn_value(draw, shape.item) for _ in range(draw(st.integers(0, 2)))]
    if draw(st.integers(0, 5)) == 0:
        return None
    if isinstance(shape, LeafList):
        return draw(st.lists(st.sampled_from([1, 2, None]), max_size=2))
    return drawn_value(draw, shape.item) if isinstance(shape, Nested) else 1


@st.composite
def shapes_with_rows(draw):
    shape = drawn_object(draw, 2)
    return shape, drawn_value(draw, shape)


@given(shapes_with_rows())
@settings(deadline=None, max_examples=200)
def test_the_quick_way_reads_what_the_careful_way_reads_or_leaves_it_to_that(case):
    shape, row = case
    try:
        quick = build_reader(shape)(row, {}, {}, DAYS)
    except Amiss:
        quick = None
    else:
        assert (quick, []) == answered(shape, row)
    with patch.object(reader, "_PIECE", 0):
        in_pieces = build_reader(shape)
    try:
        assert in_pieces(row, {}, {}, DAYS) == quick
    except Amiss:
        assert quick is None
