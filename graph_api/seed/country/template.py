"""What cities are cut from: Donggang's tables, and a second Donggang beside the first, as more of the same city."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from graph_api.seed.country.coding import Coding
from graph_api.seed.table_files import Line, read_tables
from graph_api.seed.tables import TABLES, departments, organizations

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from graph_api.seed.rows import Row

CITY = "210681"

Tables: TypeAlias = "Mapping[str, Sequence[Line]]"

# What a report states is true of its own city only.
COUNTRY_TABLES = tuple(table for table in TABLES if table.name != "figures")

# The second Donggang's numbers begin where the first's end, within the digits that an id has for them. What is not here
# (criteria, kinds of posts, teams and zones, the city's own conference) is the first's for both.
_SHIFTS = {"D": 100, "L": 100, "P": 2_000, "C": 100, "E": 100, "S": 100, "U": 100, "W": 4_000, "X": 5_000, "N": 5_000}
_SUBDISTRICTS = 3

# There is one of each in a city.
_CITY_S_OWN = frozenset({"liaison_offices"})


def read_template(folder: Path, as_of: date) -> dict[str, list[Line]]:
    """The tables of twice as many communities as the folder's city has. Raises `SetupError` where a table is faulty."""
    return grown(read_tables(folder, COUNTRY_TABLES, as_of))


def grown(tables: Tables) -> dict[str, list[Line]]:
    """The tables with a second city of the same shape in the first: more subdistricts, departments, leaders, members."""
    coding = _second(tables)
    return {name: [*lines, *_more(name, lines, coding, tables)] for name, lines in tables.items()}


def _more(name: str, lines: Sequence[Line], coding: Coding, tables: Tables) -> list[Line]:
    if name in _CITY_S_OWN:
        return []
    there = {line.row.identity for line in lines}
    if name == "party_organizations":
        # Those of no body that is on record stand for the rest of the city, which there is once.
        bodies = {line.row.party_organization for line in tables["party_organization_bodies"]}  # type: ignore[attr-defined]
        lines = [line for line in lines if line.row.identity in bodies]
    more = coding.rows(lines, _named)
    return [line for line in more if line.row.identity not in there and not _of_city_s_conference(line.row)]


def _of_city_s_conference(row: Row) -> bool:
    """Whether the row is of the conference that both share: it would have two of everybody."""
    about = (getattr(row, column, None) or "" for column in ("organization", "conference", "meeting"))
    return any(value.startswith(f"{CITY}K") for value in about)


def _named(row: Row) -> dict[str, Any]:
    """Names that tell the second city's bodies from the first's."""
    match row:
        case departments.DepartmentRow():
            return {"name": f"{row.name}派出机构"}
        case (
            organizations.PropertyCompanyRow()
            | organizations.EnterpriseRow()
            | organizations.SocialOrganizationRow()
            | organizations.UnitRow()
        ):
            return {"name": f"新{row.name}"}
    return {}


def _second(tables: Tables) -> Coding:
    places = {CITY: CITY}
    names: dict[str, str] = {}
    for table in ("subdistricts", "communities", "compounds"):
        for line in tables[table]:
            code, name = line.row.identity, line.row.name  # type: ignore[attr-defined]
            places[code] = f"{CITY}{int(code[6:9]) + _SUBDISTRICTS:03d}{code[9:]}"
            names[name] = f"新{name}"
    return Coding(CITY, places, names, _SHIFTS)
