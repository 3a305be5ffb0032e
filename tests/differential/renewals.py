"""Tables in which relations were renewed: beside a row of a relation stands another one between the same two things."""

import csv
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from differential.days import day_of
from differential.graph import AS_OF, RELATIONS, TABLES, rows

_DAY = timedelta(days=1)
# How many rows a row is renewed in.
_EVERY = 2


def write_renewed(folder: Path, seed: int = 1) -> None:
    """Write the tables into the folder, with renewals among the relations."""
    chance = Random(seed)
    renewed = {"registrations", *(table for table, *_ in RELATIONS)}
    for file in TABLES.glob("*.csv"):
        if file.stem in renewed:
            _write(folder / file.name, list(_with_renewals(list(rows(file.stem, TABLES)), chance)))
        else:
            shutil.copy(file, folder)


def _with_renewals(found: list[dict[str, str]], chance: Random) -> Iterator[dict[str, str]]:
    for row in found:
        yield row
        if chance.randrange(_EVERY) == 0:
            start, _, number = row["id"].rpartition("-")
            since, until = day_of(row["since"], AS_OF), day_of(row["until"], AS_OF)
            assert since
            days = (
                _renewal(since, until or max(since, AS_OF) + 50 * _DAY, chance)
                if chance.randrange(4)
                else (since, until)
            )
            # An id of another number of digits comes before or after the first one's, by chance.
            renewal = f"{start}-{chance.choice(['0', '9'])}{number}"
            yield {**row, "id": renewal, "since": str(days[0]), "until": str(days[1] or "")}


def _renewal(since: date, until: date, chance: Random) -> tuple[date, date | None]:
    """Days within those of the first: to the same end, to another one, or the last day alone."""
    length = (until - since).days
    later = since + chance.randrange(max(length, 1)) * _DAY
    return later, chance.choice([until, later + chance.randrange(1, max((until - later).days, 1) + 1) * _DAY])


def _write(file: Path, lines: list[dict[str, str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(lines[0]))
        writer.writeheader()
        writer.writerows(lines)
