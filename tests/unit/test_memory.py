import pytest

from graph_api.execution.memory import Memory


def refuse():
    raise AssertionError("worked out again")


def test_what_is_there_is_not_worked_out_again():
    memory = Memory(2)
    memory.get("a", lambda: 1)
    assert memory.get("a", refuse) == 1


def test_the_longest_unused_is_forgotten_first():
    memory = Memory(2)
    for key in ("a", "b", "a", "c"):
        memory.get(key, lambda: 1)
    assert memory.get("a", refuse) == 1


def test_no_more_is_kept_than_the_size():
    memory = Memory(2)
    for key in ("a", "b", "c"):
        memory.get(key, lambda: 1)
    assert memory.get("a", lambda: 2) == 2


def test_what_fails_is_not_kept():
    memory = Memory(2)
    with pytest.raises(AssertionError):
        memory.get("a", refuse)
    assert memory.get("a", lambda: 1) == 1


def test_none_is_kept_like_anything_else():
    memory = Memory(2)
    memory.get("a", lambda: None)
    assert memory.get("a", refuse) is None
