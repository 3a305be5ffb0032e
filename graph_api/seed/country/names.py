"""Names and codes of cities: made up, or read from files of the statistical codes of China."""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import TYPE_CHECKING

from graph_api.errors import SetupError
from graph_api.places import LEVELS
from graph_api.seed.country.template import CITY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

# More would be more than one machine's Neo4j holds with comfort.
MOST_CITIES = 1_000

# Below every code that is given to a place of China.
_FIRST_CODE = 900_001

_BEGINNINGS = "安宁平永长和兴东南西北海清金玉龙凤云明丰华德仁泰文武临广嘉福"
_ENDINGS = "州阳川江河湖安平昌源山林原泉岭溪港丘陵城台津浦塘坪峰湾泽田舟沙桥"
_SYLLABLES = [first + second for first, second in product(_BEGINNINGS, _ENDINGS) if first != second]
# In an order that never changes, so that a city keeps its name however many there are.
STEMS = tuple(Random("stems").sample(_SYLLABLES, len(_SYLLABLES)))  # noqa: S311 - names need no secrets

_COLUMNS = {"areas": "cityCode", "streets": "areaCode", "villages": "streetCode"}
_DIGITS = {
    file: LEVELS[level].digits
    for file, level in (("areas", "CITY"), ("streets", "SUBDISTRICT"), ("villages", "COMMUNITY"))
}


@dataclass(frozen=True)
class Named:
    """A place by its code and name."""

    code: str
    name: str


@dataclass(frozen=True)
class CityNames:
    """A city's code and name, and where they are real the places that its subdistricts and communities may be."""

    city: Named
    streets: Mapping[Named, tuple[Named, ...]] | None = None


def made_up_cities(number: int) -> list[CityNames]:
    """This number of cities whose names nobody has to look for on a map. Raises `SetupError` if there are fewer names."""
    _check(number, MOST_CITIES, "are as many as can be made up")
    return [CityNames(Named(str(_FIRST_CODE + place), f"{STEMS[place]}市")) for place in range(number)]


def real_cities(number: int, folder: Path, random: Random, subdistricts: int, communities: int) -> list[CityNames]:
    """This number of counties, districts and cities of the folder's files that are large enough, in random order.

    A large enough one has a minimum number of streets, each with a minimum number of villages. The files are areas.csv,
    streets.csv and villages.csv of the package china-division. Raises `SetupError` for what is wrong with them.
    """
    villages = Counter(parent for _, parent in _rows(folder, "villages"))
    streets: dict[str, list[Named]] = defaultdict(list)
    for street, area in _rows(folder, "streets"):
        if villages[street.code] >= communities:
            streets[area].append(street)
    areas = [
        area for area, _ in _rows(folder, "areas") if len(streets[area.code]) >= subdistricts and area.code != CITY
    ]
    _check(number, min(len(areas), MOST_CITIES), f"are large enough in {folder}")
    random.shuffle(areas)
    chosen = {street.code for area in areas[:number] for street in streets[area.code]}
    within: dict[str, list[Named]] = defaultdict(list)
    for village, street_code in _rows(folder, "villages"):
        if street_code in chosen:
            within[street_code].append(Named(village.code, _community_name(village.name)))
    return [
        CityNames(area, {street: tuple(within[street.code]) for street in streets[area.code]})
        for area in areas[:number]
    ]


def stem(name: str) -> str:
    """The name of a city without the word for what it is: of 东港市 东港."""
    return name[:-1] if len(name) > 2 and name[-1] in "市县区旗" else name


def _check(number: int, most: int, what: str) -> None:
    if number < 1:
        raise SetupError(f"A country of {number} cities is none: give a number from 1 to {most} as --cities.")
    if number > most:
        raise SetupError(f"{number} cities are too many, {most} {what}: give a smaller number as --cities.")


def _community_name(name: str) -> str:
    """The community's, of its committee's: of 银闸社区居委会 银闸社区, of 上元村委会 上元村."""
    place = re.sub(r"(社区)?(居民委员会|居委会|(?<!民)委员会)$", "社区", name)
    return re.sub(r"村*(民委员会|委会)$", "村", place)


def _rows(folder: Path, name: str) -> Iterator[tuple[Named, str]]:
    """The places of a file, each with the code of what it is part of."""
    path = folder / f"{name}.csv"
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _read(path.name, csv.reader(file, strict=True), _DIGITS[name], _COLUMNS[name])
    except OSError as error:
        raise SetupError(
            f"{path.name} can't be read in {folder}: give the folder with areas.csv, streets.csv and villages.csv "
            "of the package china-division as --names."
        ) from error
    except UnicodeDecodeError as error:
        raise SetupError(f"{path} is not UTF-8: save it as UTF-8.") from error


def _read(file: str, reader: Iterator[list[str]], digits: int, parent: str) -> Iterator[tuple[Named, str]]:
    line = 1
    try:
        columns = next(reader, [])
        if missing := [column for column in ("code", "name", parent) if column not in columns]:
            raise SetupError(f"{file}, line 1: there is no column {missing[0]}: take the file as it was published.")
        places = [columns.index(column) for column in ("code", "name", parent)]
        for line, cells in enumerate(reader, start=2):
            if not cells:
                continue
            if len(cells) != len(columns):
                raise SetupError(
                    f"{file}, line {line}: {len(cells)} cells where the header has {len(columns)}: correct the commas."
                )
            code, name, within = (cells[place].strip() for place in places)
            if not (code.isdecimal() and len(code) == digits and name and code.startswith(within)):
                raise SetupError(
                    f"{file}, line {line}: {code!r}, {name!r} is no place of {within!r}: give it a code of {digits} digits "
                    f"that begins with its {parent}, and a name."
                )
            yield Named(code, name), within
    except csv.Error as error:
        raise SetupError(f"{file}, line {line + 1}: the quotes are not balanced ({error}): correct them.") from error
