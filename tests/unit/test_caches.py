from dataclasses import dataclass

import pytest

from graph_api.caches import Budget

FLOOR = 500


def cache_of(most, size=len, share=1.0):
    return Budget(most).cache(size, share)


def test_what_was_put_is_found():
    cache = cache_of(10_000)
    cache.put("a", "value")
    assert cache.get("a") == "value"
    assert cache.get("b") is None
    assert ("a" in cache, "b" in cache) == (True, False)


def test_the_longest_unused_is_dropped_first():
    cache = cache_of(10_000)
    for key in "ab":
        cache.put(key, "x" * 4_000)
    cache.get("a")
    cache.put("c", "x" * 4_000)
    assert [cache.get(key) is not None for key in "abc"] == [True, False, True]


def test_what_is_put_again_counts_once():
    cache = cache_of(100_000)
    for _ in range(5):
        cache.put("a", "x" * 4_000)
    assert FLOOR + 4_000 < cache.used < FLOOR + 4_500


def test_what_is_too_large_for_the_others_is_not_cached():
    cache = cache_of(10_000)
    cache.put("small", "x")
    cache.put("large", "x" * 9_000)
    assert ("small" in cache, "large" in cache) == (True, False)


def test_values_without_a_size_count_too():
    cache = cache_of(100_000, lambda _: 0)
    for key in range(10_000):
        cache.put(key, "")
    assert cache.used <= 100_000
    assert len(cache) <= 100_000 // FLOOR


@dataclass(frozen=True)
class Key:
    texts: frozenset[str]
    inner: tuple[str | bytes, ...]


@pytest.mark.parametrize(
    "key",
    ["x" * 50_000, ("a", b"x" * 50_000), (None, ("a", ("x" * 50_000,))), Key(frozenset({"x" * 50_000}), ())],
    ids=["text", "bytes", "nested", "an object"],
)
def test_keys_count_with_all_that_they_are_made_of(key):
    cache = cache_of(1_000_000)
    cache.put(key, "")
    assert cache.used > 50_000


def test_caches_share_a_budget():
    budget = Budget(10_000)
    one, other = budget.cache(len), budget.cache(len)
    for number in range(100):
        one.put(number, "x" * 1_000)
        other.put(number, "x" * 1_000)
        assert one.used + other.used == budget.used <= 10_000


def test_a_cache_takes_what_the_others_leave():
    budget = Budget(100_000)
    one, _ = budget.cache(len), budget.cache(len)
    for number in range(200):
        one.put(number, "x" * 1_000)
    assert one.used > 95_000


def test_but_none_loses_its_share_to_another():
    budget = Budget(100_000)
    dear, cheap = budget.cache(len, share=0.4), budget.cache(len, share=0.6)
    for number in range(20):
        dear.put(number, "x" * 1_000)
    before = dear.used
    for number in range(1_000):
        cheap.put(number, "x" * 1_000)
    assert before == dear.used < 40_000
    for number in range(1_000):
        dear.put(number, "x" * 1_000)
    assert cheap.used > 55_000
