from datetime import date
from typing import Annotated

import pytest
from pydantic import Field

from graph_api.errors import SetupError
from graph_api.seed.rows import (
    MOST,
    BranchId,
    CityCode,
    CommunityCode,
    CompoundCode,
    Day,
    NamedRow,
    PlacedRow,
    RelationRow,
    SubdistrictCode,
    ToBody,
    ToCompound,
)
from graph_api.seed.table_files import TableError, read_tables
from graph_api.seed.tables.table import Table

AS_OF = date(2026, 6, 30)


# Tables of their own: what Donggang's get besides doesn't matter here.
class CityRow(PlacedRow):
    code: CityCode
    reported_on: Day


class SubdistrictRow(PlacedRow):
    code: SubdistrictCode


class CommunityRow(PlacedRow):
    code: CommunityCode
    residents: Annotated[int, Field(ge=0, le=MOST)]


class CompoundRow(PlacedRow):
    code: CompoundCode


class BranchRow(NamedRow):
    id: BranchId


class ServiceRow(RelationRow):
    start = "organization"

    id: str
    organization: ToBody
    compound: ToCompound


MODELS = {
    "cities": CityRow,
    "subdistricts": SubdistrictRow,
    "communities": CommunityRow,
    "compounds": CompoundRow,
    "branches": BranchRow,
    "organization_compounds": ServiceRow,
}
PLACES = [Table(name, model, "") for name, model in MODELS.items()]

CITIES = "code,name,longitude,latitude,reported_on,provenance\n210681,东港市,124.15,39.87,T,SOURCE\n"
SUBDISTRICTS = "code,name,longitude,latitude,provenance\n210681001,大东街道,,,PUBLIC\n"
COMMUNITIES = "code,name,residents,longitude,latitude,provenance\n210681001001,花园社区,100,124.1,39.8,PUBLIC\n"
COMPOUNDS = "code,name,longitude,latitude,provenance\n210681001001001,花园小区,,,SOURCE\n"
BRANCHES = "id,name,provenance\n210681001001001B1,花园小区党支部,SYNTHETIC\n"
SERVICES = (
    "id,organization,compound,since,until\n"
    "210681001001001B1-1,210681001001001B1,210681001001001,M-14/05,\n"
    "210681001001001B1-2,210681001001001B1,210681001001001,M-30/05,M-20/05\n"
)


@pytest.fixture
def read(tmp_path):
    """Reads six tables of which the given ones are replaced by other text."""

    def run(**texts):
        good = {
            "cities": CITIES,
            "subdistricts": SUBDISTRICTS,
            "communities": COMMUNITIES,
            "compounds": COMPOUNDS,
            "branches": BRANCHES,
            "owners_committees": "",
            "organization_compounds": SERVICES,
        }
        for name, text in (good | texts).items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return read_tables(tmp_path, PLACES, AS_OF)

    return run


def test_rows_carry_resolved_days_and_missing_values(read):
    first, second = (line.row for line in read()["organization_compounds"])
    assert (first.since, first.until) == (date(2025, 4, 5), None)
    assert second.until == date(2024, 10, 5)
    assert read()["subdistricts"][0].row.longitude is None


def test_a_byte_order_mark_and_an_empty_last_line_do_no_harm(read):
    assert len(read(cities="\ufeff" + CITIES + "\n")["cities"]) == 1


@pytest.mark.parametrize(
    ("table", "text", "message"),
    [
        ("cities", CITIES.replace("name", "nom"), "cities.csv, line 1, column nom: no such column"),
        ("cities", CITIES.replace("code,", "", 1), "cities.csv, line 1, column code: the column is missing"),
        (
            "cities",
            CITIES.replace("name", "name,name", 1),
            "cities.csv, line 1, column name: the column is listed twice",
        ),
        ("cities", "", "cities.csv, line 1, column"),
        (
            "cities",
            CITIES.replace(",T,", ",yesterday,"),
            "cities.csv, line 2, column reported_on: 'yesterday' is no day",
        ),
        ("cities", CITIES.replace("东港市", ""), "cities.csv, line 2, column name: the cell is empty: fill it in"),
        ("cities", CITIES.replace("SOURCE", "RECORDED"), "cities.csv, line 2, column provenance: "),
        ("cities", CITIES.replace("124.15,", ""), "cities.csv, line 2: 5 cells where the header has 6"),
        ("cities", CITIES.replace("124.15", ""), "cities.csv, line 2: give both longitude and latitude, or neither"),
        ("cities", CITIES + '210682,"凤城市,,,T,PUBLIC\n', "cities.csv, line 3: the quotes are not balanced"),
        (
            "communities",
            COMMUNITIES.replace(",100,", ",many,"),
            "communities.csv, line 2, column residents: 'many' won't do, ",
        ),
        ("communities", COMMUNITIES.replace("210681001001", "2106810010"), "communities.csv, line 2, column code: "),
        # An answer could not hold it.
        ("communities", COMMUNITIES.replace(",100,", ",2147483648,"), "communities.csv, line 2, column residents: "),
        ("communities", COMMUNITIES.replace("124.1", "nan"), "communities.csv, line 2, column longitude: "),
        # No name at all, for those who read it.
        ("communities", COMMUNITIES.replace("花园社区", "\u3000 "), "communities.csv, line 2, column name: "),
        (
            "organization_compounds",
            SERVICES.replace("M-20/05", "M-10/05"),
            "organization_compounds.csv, line 2, column since: 210681001001001B1-2 holds from 2023-12-05 until 2025-08-05",
        ),
        (
            "communities",
            COMMUNITIES.replace("210681001001", "210681009001"),
            "communities.csv, line 2, column code: 210681009 is not in subdistricts.csv",
        ),
        (
            "communities",
            COMMUNITIES + COMMUNITIES.splitlines()[1] + "\n",
            "communities.csv, line 3, column code: 210681001001 stands on line 2 already",
        ),
        (
            "organization_compounds",
            SERVICES.replace(",210681001001001,M-30", ",210681001001009,M-30"),
            "organization_compounds.csv, line 3, column compound: 210681001001009 is not in compounds.csv",
        ),
        (
            "organization_compounds",
            SERVICES.replace("M-20/05", "M-30/05"),
            "organization_compounds.csv, line 3: until is 2023-12-05, which is not after since",
        ),
        (
            "organization_compounds",
            SERVICES.replace("210681001001001B1-2", "somewhere-2"),
            "organization_compounds.csv, line 3: the id is 'somewhere-2': make it 210681001001001B1- and",
        ),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_column(read, table, text, message):
    with pytest.raises(TableError) as error:
        read(**{table: text})
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_a_missing_table_is_named(read, tmp_path):
    read()
    (tmp_path / "compounds.csv").unlink()
    with pytest.raises(SetupError, match=r"compounds\.csv can't be read"):
        read_tables(tmp_path, PLACES, AS_OF)


def test_a_table_that_is_not_utf_8_is_named(read, tmp_path):
    read()
    (tmp_path / "compounds.csv").write_bytes(COMPOUNDS.encode("gb18030"))
    with pytest.raises(SetupError, match=r"compounds\.csv is not UTF-8"):
        read_tables(tmp_path, PLACES, AS_OF)
