from graph_api.execution.memory import Memory


def test_what_was_kept_is_found():
    memory = Memory(2)
    memory.keep("a", 1)
    assert memory.find("a") == 1
    assert memory.find("b") is None


def test_the_longest_unused_is_forgotten_first():
    memory = Memory(2)
    memory.keep("a", 1)
    memory.keep("b", 1)
    memory.find("a")
    memory.keep("c", 1)
    assert memory.find("a") == 1
    assert memory.find("b") is None


def test_what_is_kept_again_replaces_what_was_there():
    memory = Memory(2)
    memory.keep("a", 1)
    memory.keep("b", 1)
    memory.keep("a", 2)
    memory.keep("c", 1)
    assert memory.find("a") == 2
