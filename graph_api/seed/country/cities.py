"""Cities, one after another: each is cut from the template, re-coded and named; the same arguments give the same cities."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

from graph_api.places import SUBDISTRICT, level_of
from graph_api.seed.country.coding import Coding
from graph_api.seed.country.cutting import communities_of, cut
from graph_api.seed.country.names import STEMS, Named, made_up_cities, real_cities, stem
from graph_api.seed.country.template import CITY, read_template
from graph_api.seed.loader import DONGGANG
from graph_api.seed.rows import NamedRow, PlacedRow
from graph_api.seed.tables import leaders, persons, places

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from graph_api.seed.country.names import CityNames
    from graph_api.seed.country.template import Tables
    from graph_api.seed.rows import Row
    from graph_api.seed.table_files import Line

# Communities of a city: the fewest, the usual number, the most.
_FEWEST, _USUAL, _MOST = 10, 22, 38
# Where cities lie, in degrees from Donggang: within the country's east.
_WEST, _EAST, _SOUTH, _NORTH = -18.0, 2.0, -15.0, 6.0
_COMPOUND_ENDINGS = ("小区", "花园", "家园", "苑", "新村", "里")


@dataclass(frozen=True)
class Country:
    """Cities to be made: the template, their names, and the number that all chance comes from."""

    template: Tables
    names: Sequence[CityNames]
    seed_number: int

    @property
    def name(self) -> str:
        """What the graph knows the country by: what must be the same for its cities to be the same."""
        kind = "real" if self.names[0].streets else "made-up"
        return f"country of {kind} names, seed number {self.seed_number}"

    def cities(self) -> Iterator[dict[str, list[Line]]]:
        """The tables of one city after the other."""
        for names in self.names:
            yield city(self.template, names, Random(f"{self.seed_number} {names.city.code}"))  # noqa: S311


def make_country(as_of: date, number: int, seed_number: int = 1, names: Path | None = None) -> Country:
    """A country of this number of cities as of a day, with names of the folder if there is one.

    Raises `SetupError` for what can't be made.
    """
    template = read_template(DONGGANG, as_of)
    if names is None:
        return Country(template, made_up_cities(number), seed_number)
    within = _by_subdistrict(communities_of(template))
    most = max(map(len, within.values()))
    order = Random(seed_number)  # noqa: S311 - cities need no secrets
    return Country(template, real_cities(number, names, order, len(within), most), seed_number)


def city(template: Tables, names: CityNames, random: Random) -> dict[str, list[Line]]:
    """The tables of one city."""
    communities = choose_communities(communities_of(template), random)
    rows = cut(template, communities, random, carelessness=random.random() ** 1.5)
    coding, new_names = _coding(rows, names, random)
    change = _Change(random, new_names, _people(template), real=names.streets is not None)
    return {name: coding.rows(lines, change) for name, lines in rows.items()}


def choose_communities(communities: Sequence[str], random: Random) -> list[str]:
    """Those of a city like the template's first half, smaller or larger."""
    number = round(random.triangular(_FEWEST, _MOST, _USUAL))
    half = len(communities) // 2
    first, second = communities[:half], communities[half:]
    more = min(max(0, number - half), len(second))
    return sorted(random.sample(first, min(number, half)) + random.sample(second, more))


def _coding(rows: Tables, names: CityNames, random: Random) -> tuple[Coding, dict[str, str]]:
    """The coding of the city's rows, and the new names of places by the template's codes."""
    places = {CITY: names.city}
    stems = iter(random.sample(STEMS, len(STEMS)))
    if names.streets is None:
        for line in (*rows["subdistricts"], *rows["communities"]):
            code = line.row.identity
            kind = "街道" if level_of(code) is SUBDISTRICT else "社区"
            places[code] = Named(names.city.code + code.removeprefix(CITY), next(stems) + kind)
    else:
        places |= _real_places(names.streets, communities_of(rows), random)
    called = {line.row.name: places[line.row.identity].name for line in _placed(rows)}  # type: ignore[attr-defined]
    called["东港"] = stem(names.city.name)
    for line in rows["compounds"]:
        called[line.row.name] = next(stems) + random.choice(_COMPOUND_ENDINGS)  # type: ignore[attr-defined]
    new_names = {code: place.name for code, place in places.items()}
    return Coding(CITY, {code: place.code for code, place in places.items()}, called), new_names


def _placed(rows: Tables) -> Iterator[Line]:
    for table in ("cities", "subdistricts", "communities"):
        yield from rows[table]


def _real_places(
    streets: Mapping[Named, tuple[Named, ...]], communities: Sequence[str], random: Random
) -> dict[str, Named]:
    """For every subdistrict a street of its own, for every community a village there."""
    within = _by_subdistrict(communities)
    places: dict[str, Named] = {}
    for (subdistrict, codes), street in zip(within.items(), random.sample(list(streets), len(within)), strict=True):
        villages = random.sample(streets[street], len(codes))
        places |= {subdistrict: street, **dict(zip(codes, villages, strict=True))}
    return places


def _by_subdistrict(communities: Sequence[str]) -> dict[str, list[str]]:
    within: dict[str, list[str]] = defaultdict(list)
    for code in communities:
        within[code[: SUBDISTRICT.digits]].append(code)
    return within


def _people(template: Tables) -> tuple[list[str], list[str]]:
    """Family and given names of the template's persons."""
    names = [line.row.name for line in (*template["persons"], *template["leaders"])]  # type: ignore[attr-defined]
    return [name[0] for name in names], [name[1:] for name in names]


class _Change:
    """What is a city's own beside codes: where it lies, how large it is, what its people are called, what is real of it."""

    def __init__(
        self, random: Random, names: Mapping[str, str], people: tuple[list[str], list[str]], *, real: bool
    ) -> None:
        self._random = random
        self._names = names
        self._family, self._given = people
        self._real = real
        self._east = round(random.uniform(_WEST, _EAST), 3)
        self._north = round(random.uniform(_SOUTH, _NORTH), 3)

    def __call__(self, row: Row) -> dict[str, Any]:
        changed: dict[str, Any] = {}
        if "provenance" in type(row).model_fields:
            changed["provenance"] = "SYNTHETIC"
        if isinstance(row, PlacedRow) and row.longitude is not None and row.latitude is not None:
            changed["longitude"] = round(row.longitude + self._east, 6)
            changed["latitude"] = round(row.latitude + self._north, 6)
        if isinstance(row, NamedRow) and row.identity in self._names:
            changed |= {"name": self._names[row.identity]} | ({"provenance": "PUBLIC"} if self._real else {})
        match row:
            case places.CommunityRow():
                changed["residents"] = round(row.residents * self._random.uniform(0.5, 1.6))
                changed["area_m2"] = round(row.area_m2 * self._random.uniform(0.6, 1.8))
            case persons.PersonRow() | leaders.LeaderRow():
                changed["name"] = self._random.choice(self._family) + self._random.choice(self._given)
        return changed
