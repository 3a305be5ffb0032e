"""A country's cities before they are loaded: whole, different from each other, and the same every time."""

from datetime import date
from random import Random
from statistics import mean

import pytest

from graph_api.errors import SetupError
from graph_api.seed.country import Country, make_country
from graph_api.seed.country.cities import choose_communities
from graph_api.seed.country.names import made_up_cities, real_cities
from graph_api.seed.country.template import COUNTRY_TABLES
from graph_api.seed.table_files import check_tables

AS_OF = date(2026, 6, 30)

AREAS = 'code,name,cityCode,provinceCode\n110101,"东城区",1101,11\n110102,"西城区",1101,11\n210681,"东港市",2106,21\n'
STREETS = [(f"{area}{street:03d}", area) for area in ("110101", "110102", "210681") for street in range(1, 7)]
VILLAGES = [(f"{street}{village:03d}", street) for street, _ in STREETS for village in range(1, 12)]


@pytest.fixture(scope="module")
def country():
    return make_country(AS_OF, 4)


@pytest.fixture(scope="module")
def cities(country):
    return list(country.cities())


@pytest.fixture
def folder(tmp_path):
    """Files of two districts and Donggang, each with six streets of eleven villages."""
    (tmp_path / "areas.csv").write_text(AREAS, encoding="utf-8")
    write(tmp_path, "streets", "areaCode", ((code, f"第{code}街道", area) for code, area in STREETS))
    write(tmp_path, "villages", "streetCode", ((code, f"第{code}社区居委会", street) for code, street in VILLAGES))
    return tmp_path


def write(folder, name, parent, rows):
    lines = [f'{code},"{called}",{within}' for code, called, within in rows]
    (folder / f"{name}.csv").write_text("\n".join([f"code,name,{parent}", *lines, ""]), encoding="utf-8")


def read_names(folder, number=1):
    return real_cities(number, folder, Random(1), subdistricts=6, communities=9)


def strings(tables):
    for lines in tables.values():
        for line in lines:
            for _, value in line.row:
                yield from (one for one in (value if isinstance(value, tuple) else (value,)) if isinstance(one, str))


def test_every_reference_of_a_city_leads_to_a_row_of_it(cities):
    for city in cities:
        check_tables(city, COUNTRY_TABLES)


def test_every_code_is_the_city_s_own(country, cities):
    for names, city in zip(country.names, cities, strict=True):
        assert names.city.code != "210681"
        assert {line.row.identity[:6] for lines in city.values() for line in lines} == {names.city.code}
        assert not any("210681" in text or "东港" in text for text in strings(city))


def test_the_same_number_gives_the_same_cities_however_many_there_are(country, cities):
    second = Country(country.template, made_up_cities(9)[1:2], seed_number=1)
    assert list(second.cities()) == cities[1:2]
    other = Country(country.template, made_up_cities(1), seed_number=2)
    assert next(other.cities()) != cities[0]


def test_another_day_moves_dates_and_nothing_else(cities):
    moved = next(make_country(date(2027, 3, 15), 1).cities())
    assert [line.row.identity for line in moved["visits"]] == [line.row.identity for line in cities[0]["visits"]]
    assert [line.row.date for line in moved["visits"]] != [line.row.date for line in cities[0]["visits"]]


def test_cities_differ_in_size_and_are_donggang_s_on_average(country):
    communities = [line.row.code for line in country.template["communities"]]
    sizes = [len(choose_communities(communities, Random(number))) for number in range(500)]
    assert 10 <= min(sizes) < 14
    assert 34 < max(sizes) <= 38
    assert 21 <= mean(sizes) <= 25


@pytest.mark.parametrize(
    "table", sorted({table.name for table in COUNTRY_TABLES} - {"liaison_offices", "issue_settlements"})
)
def test_a_city_has_something_of_every_table(cities, table):
    assert all(city[table] for city in cities)


def test_cities_are_careless_to_different_degrees(cities):
    """What is lacking of the visits that each leader makes in Donggang."""
    visits = sorted(len(city["visits"]) / len(city["leaders"]) for city in cities)
    assert visits[0] < 0.85 * visits[-1]
    led = [len(city["group_leaders"]) < len(city["building_groups"]) for city in cities]
    assert any(led)


def test_real_names_and_codes_come_from_the_files(folder):
    country = make_country(AS_OF, 2, names=folder)
    assert {names.city.name for names in country.names} == {"东城区", "西城区"}
    city = next(country.cities())
    check_tables(city, COUNTRY_TABLES)
    for line in (*city["subdistricts"], *city["communities"]):
        assert line.row.code in line.row.name
        assert line.row.provenance == "PUBLIC"
    assert all(line.row.name.endswith("社区") for line in city["communities"])
    assert {line.row.provenance for line in city["persons"]} == {"SYNTHETIC"}


@pytest.mark.parametrize("number", [0, -1, 1_001])
def test_a_country_of_no_or_too_many_cities_is_refused(number):
    with pytest.raises(SetupError, match=r"give a (smaller )?number .*as --cities\.$"):
        made_up_cities(number)


def test_more_cities_than_the_files_have_are_refused(folder):
    with pytest.raises(SetupError, match=r"3 cities are too many, 2 are large enough"):
        read_names(folder, 3)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("areas", "110101", "11010", r"areas\.csv, line 2: '11010', '东城区' is no place of '1101': give it a code"),
        ("areas", '"东城区"', '"东城区', r"areas\.csv, line \d+: the quotes are not balanced"),
        ("areas", "cityCode", "city", r"areas\.csv, line 1: there is no column cityCode"),
        ("streets", ",110101\n", "\n", r"streets\.csv, line 2: 2 cells where the header has 3"),
        ("villages", "第110101001001社区居委会", "", r"villages\.csv, line 2: '110101001001', '' is no place"),
    ],
)
def test_a_faulty_file_of_names_is_named_with_its_line(folder, file, old, new, message):
    path = folder / f"{file}.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SetupError, match=message):
        read_names(folder)


def test_a_folder_without_the_files_is_named(tmp_path):
    with pytest.raises(SetupError, match=r"can't be read in .*: give the folder with areas\.csv"):
        read_names(tmp_path)


def test_a_file_of_names_that_is_not_utf_8_is_named(folder):
    (folder / "areas.csv").write_bytes(AREAS.encode("gb18030"))
    with pytest.raises(SetupError, match=r"areas\.csv is not UTF-8"):
        read_names(folder)


@pytest.mark.parametrize(
    ("committee", "community"),
    [
        ("银闸社区居委会", "银闸社区"),
        ("银闸社区居民委员会", "银闸社区"),
        ("银闸居委会", "银闸社区"),
        ("上元村委会", "上元村"),
        ("上元村村民委员会", "上元村"),
        ("东山新苑社区委员会", "东山新苑社区"),
    ],
)
def test_a_community_is_called_without_its_committee(folder, committee, community):
    write(folder, "villages", "streetCode", ((code, committee, street) for code, street in VILLAGES))
    [city] = read_names(folder)
    assert {village.name for villages in city.streets.values() for village in villages} == {community}
