import pytest

from graph_api.resolvers.figures import holds


@pytest.mark.parametrize(
    ("qualifier", "value", "answer"),
    [
        ("EXACT", 19, True),
        ("EXACT", 18, False),
        ("EXACT", 20, False),
        ("AT_LEAST", 19, True),
        ("AT_LEAST", 20, True),
        ("AT_LEAST", 18, False),
        ("AT_MOST", 19, True),
        ("AT_MOST", 18, True),
        ("AT_MOST", 20, False),
    ],
)
def test_a_value_holds_as_the_qualifier_says(qualifier, value, answer):
    assert holds(value, 19, qualifier) is answer


@pytest.mark.parametrize(("value", "answer"), [(95, True), (105, True), (94.9, False), (105.1, False), (100, True)])
def test_about_leaves_room_for_one_part_in_twenty_on_either_side(value, answer):
    assert holds(value, 100, "ABOUT") is answer


def test_about_nothing_is_nothing():
    assert (holds(0, 0, "ABOUT"), holds(0.1, 0, "ABOUT")) == (True, False)


@pytest.mark.parametrize("qualifier", ["EXACT", "AT_LEAST", "AT_MOST", "ABOUT"])
def test_without_a_value_nothing_is_known(qualifier):
    assert holds(None, 19, qualifier) is None
