"""Places of every level, each within the one above: what they have in common, cities and subdistricts."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any

import strawberry
from strawberry import UNSET

from graph_api.compiler.sources import Argument, Row
from graph_api.places import CITY, LEVELS, SUBDISTRICT, Level
from graph_api.schema import orders
from graph_api.schema.arguments import (
    AsOf,
    Code,
    FigureKeys,
    Filter,
    digits,
)
from graph_api.schema.coverage import Coverage, Finding, FindingFilter
from graph_api.schema.fields import (
    constant,
    related,
    same,
    stored,
    value,
    where_among,
)
from graph_api.schema.nodes import Node, Provenance
from graph_api.schema.pages import Connection, listed
from graph_api.schema.rule_results import FAILING, FINDINGS_OF_PLACE, FULLY_COVERED

if TYPE_CHECKING:
    from graph_api.schema.communities import Community, CommunityFilter
    from graph_api.schema.conferences import Conference
    from graph_api.schema.departments import Department, DepartmentFilter
    from graph_api.schema.evaluations import Criterion
    from graph_api.schema.figures import Figure
    from graph_api.schema.leaders import Leader, LeaderFilter
    from graph_api.schema.members import (
        ServiceSummary,
    )
    from graph_api.schema.persons import Person


@strawberry.enum
class PlaceLevel(Enum):
    """A level in the hierarchy of places."""

    CITY = strawberry.enum_value("CITY", description="A city (市), with a code of 6 digits.")
    SUBDISTRICT = strawberry.enum_value("SUBDISTRICT", description="A subdistrict (街道), with a code of 9 digits.")
    COMMUNITY = strawberry.enum_value("COMMUNITY", description="A community (社区), with a code of 12 digits.")
    COMPOUND = strawberry.enum_value(
        "COMPOUND", description="A residential compound (居民小区), with a code of 15 digits."
    )
    BUILDING = strawberry.enum_value("BUILDING", description="A building (楼栋), with a code of 18 digits.")


@strawberry.type
class Location:
    """A geographic point (WGS 84)."""

    row = Row("point")

    longitude: float = stored("The longitude in degrees, east positive.", key="longitude")
    latitude: float = stored("The latitude in degrees, north positive.", key="latitude")


@strawberry.type
class BoundingBox:
    """A box of longitudes and latitudes (WGS 84), as maps are zoomed to. A single location makes a box without extent."""

    row = Row("box")

    west: float = stored("The lowest longitude in degrees.", key="west")
    south: float = stored("The lowest latitude in degrees.", key="south")
    east: float = stored("The highest longitude in degrees.", key="east")
    north: float = stored("The highest latitude in degrees.", key="north")


@strawberry.interface
class Place(Node):
    """A place with an administrative code. Its code starts with the code of every place it lies within."""

    row = Row("place")

    code: str = stored(
        "The administrative code of the place: 6 digits for a city, 9 for a subdistrict, 12 for a community, 15 for a "
        "compound, 18 for a building.",
        key="code",
    )
    name: str = stored("The name of the place.", key="name")
    level: PlaceLevel = constant("The level of the place in the hierarchy.", "level")
    provenance: Provenance = stored("The origin of the record.", key="provenance")

    @related("places.parent")
    def parent(self) -> Place | None:
        """The place one level up. Null for a city."""

    coverage: Coverage = same("A summary of the findings of the place and all places below it.")

    @related("places.location")
    def location(self) -> Location | None:
        """The geographic location of the place. Null if none is recorded."""

    @related("places.bounding_box")
    def bounding_box(self) -> BoundingBox | None:
        """The smallest box that contains the locations of the place and of all places below it. Null if none of these
        has a location."""

    @listed("coverage.of_place", arguments={"findings": FINDINGS_OF_PLACE}, orders=orders.FINDINGS)
    def findings(self, filter: Filter[FindingFilter] = UNSET) -> Connection[Finding]:
        """The findings of the coverage rules for the place and all places below it, sorted by place and rule."""


def place_row(level: Level) -> Row:
    """The row of a place of the level."""
    main, label = level.name.lower(), level.label
    return Row(main, label=label, refetch="nodes.entity", of=label, constants={"level": level.name}, variant=level.name)


@strawberry.type
class City(Place):
    """A city (市)."""

    row = place_row(CITY)

    reported_on: date | None = stored(
        "The date of the city's report, as of which its figures are computed. Null if there is no report.",
        key="reported_on",
    )
    residents: int | None = value(
        "The number of residents: the sum of its communities. Null if it is not recorded for one of them.",
        "places.residents",
        place="city",
    )
    area_square_metres: float | None = value(
        "The area in square metres: the sum of its communities. Null if it is not recorded for one of them.",
        "places.area",
        place="city",
    )
    service: ServiceSummary = same(
        "The service of in-service members (在职党员) in the communities of the city, as counts."
    )

    @listed("places.city_subdistricts", downward=True, orders=orders.SUBDISTRICTS)
    def subdistricts(self) -> Connection[Subdistrict]:
        """The subdistricts of the city, sorted by code."""

    @listed("places.city_communities", downward=True, orders=orders.COMMUNITIES)
    def communities(self, filter: Filter[CommunityFilter] = UNSET) -> Connection[Community]:
        """The communities of the city, sorted by code."""

    @listed("departments.city_departments", orders=orders.DEPARTMENTS)
    def departments(self, filter: Filter[DepartmentFilter] = UNSET) -> Connection[Department]:
        """The departments of the city, sorted by code."""

    @listed("leaders.city_leaders", orders=orders.LEADERS)
    def leaders(self, filter: Filter[LeaderFilter] = UNSET) -> Connection[Leader]:
        """The leaders of the city, sorted by code."""

    @related("evaluations.criteria")
    def criteria(self) -> list[Criterion]:
        """The criteria of the yearly evaluation of departments that are in effect, sorted by ID."""

    @related("conferences.of_place", given={"place": "city"})
    def conference(self) -> Conference | None:
        """The joint conference (联席会) of the city. Null if it has none."""

    # Two parameters that are never null: else Neo4j would plan all figures twice.
    @related(
        "figures.of_city",
        arguments={
            "every": Argument("keys", lambda keys: keys is None),
            "keys": Argument("keys", lambda keys: keys or []),
        },
    )
    def figures(self, keys: FigureKeys = UNSET) -> list[Figure]:
        """The figures that the city's report states, sorted by key, with values computed from the graph as of
        `reportedOn`, whatever `asOf` is."""


@strawberry.type
class Subdistrict(Place):
    """A subdistrict (街道) of a city."""

    row = place_row(SUBDISTRICT)

    residents: int | None = value(
        "The number of residents: the sum of its communities. Null if it is not recorded for one of them.",
        "places.residents",
        place="subdistrict",
    )
    area_square_metres: float | None = value(
        "The area in square metres: the sum of its communities. Null if it is not recorded for one of them.",
        "places.area",
        place="subdistrict",
    )
    service: ServiceSummary = same(
        "The service of in-service members (在职党员) in the communities of the subdistrict, as counts."
    )

    @related("places.subdistrict_city")
    def city(self) -> City:
        """The city that the subdistrict belongs to."""

    @related("organizations.secretary", given={"body": "subdistrict"})
    def secretary(self) -> Person | None:
        """The secretary (书记) of the subdistrict's Party organization. Null if none is recorded."""

    @related("conferences.of_place", given={"place": "subdistrict"})
    def conference(self) -> Conference | None:
        """The joint conference (联席会) of the subdistrict. Null if it has none."""

    @listed("places.subdistrict_communities", downward=True, orders=orders.COMMUNITIES)
    def communities(self, filter: Filter[CommunityFilter] = UNSET) -> Connection[Community]:
        """The communities of the subdistrict, sorted by code."""


def fully_covered() -> Any:
    """A field of a filter of places: by their coverage rate."""
    return where_among(
        "Only places whose coverage rate is 1 (true), or below 1 (false). Places without a rate, where no MUST rule "
        "applies, match neither.",
        "coverage.is_among",
        FULLY_COVERED,
    )


def failing() -> Any:
    """A field of a filter of places: by rules that fail there."""
    return where_among(
        "Only places where at least one of these rules fails, in the place itself or below it.",
        "coverage.is_among",
        FAILING,
    )


@related("places.place", arguments={"code": digits("place", *LEVELS.values())})
def place(code: Code, as_of: AsOf = UNSET) -> Place | None:
    """Fetches a place of any level by its code. Null if there is none with this code."""


@related("places.city", arguments={"code": digits("city", CITY)})
def city(code: Code, as_of: AsOf = UNSET) -> City | None:
    """Fetches a city by its code. Null if there is none with this code."""


@related("places.subdistrict", arguments={"code": digits("subdistrict", SUBDISTRICT)})
def subdistrict(code: Code, as_of: AsOf = UNSET) -> Subdistrict | None:
    """Fetches a subdistrict by its code. Null if there is none with this code."""


@listed("places.cities", orders=orders.CITIES)
def cities(as_of: AsOf = UNSET) -> Connection[City]:
    """Lists cities, sorted by code."""
