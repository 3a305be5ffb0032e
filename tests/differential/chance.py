"""Choices, each of which hypothesis can take back when it looks for a smaller example."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from hypothesis.strategies import DrawFn, integers, sampled_from

T = TypeVar("T")


@dataclass(frozen=True)
class Chance:
    """Chooses by drawing."""

    draw: DrawFn

    def of(self, choices: Sequence[T]) -> T:
        """One of the choices."""
        return self.draw(sampled_from(choices))

    def weighted(self, weights: Mapping[T, int]) -> T:
        """One of the choices, each as often as its weight says."""
        return self.of([choice for choice, weight in weights.items() for _ in range(weight)])

    def between(self, least: int, most: int) -> int:
        """A number of the range, both ends included."""
        return self.draw(integers(least, most))

    def one_in(self, number: int) -> bool:
        """True once in so many times; the simplest is not."""
        return self.draw(integers(0, number - 1)) == number - 1
