"""A second domain: authors, and the books and magazines that they wrote. It shows what the compiler needs of a domain."""

from enum import Enum
from pathlib import Path

import strawberry
from strawberry import UNSET

from graph_api.catalogue import load_catalogue
from graph_api.compiler.sources import FromStage, Grouped, Property, Relation, Row, Staged, Value
from graph_api.schema.fields import (
    computed,
    computing,
    counted,
    declared,
    grouped,
    identity,
    refetched,
    related,
    same,
    stored,
    summed,
    where,
    where_among,
)
from graph_api.schema.models import model_of
from graph_api.schema.pages import Connection


@strawberry.enum
class Letters(Enum):
    SMALL = "SMALL"
    CAPITAL = "CAPITAL"


def in_letters(title, letters="SMALL"):
    return title.upper() if letters == "CAPITAL" else title.lower()


class Sign:
    """What hangs above a shelf. A field with arguments is a method of the plain object."""

    def text(self, letters="SMALL"):
        return in_letters("Fiction", letters)


@strawberry.type
class ShelfSign:
    @strawberry.field
    def text(self, letters: Letters | None = Letters.SMALL) -> str: ...


class Loans:
    """The need that a stage serves: how often works were lent."""


def need(_arguments, _variant):
    return Loans()


BORROWED = Staged(Loans, need, lambda loans, _arguments, _variants: sorted(loans))


@strawberry.interface
class Work:
    row = Row("work")
    id: strawberry.ID = identity("")
    title: str = stored("", key="title")

    @computing(in_letters, title=Property("title"))
    def spelled(self, letters: Letters | None = Letters.SMALL) -> str:
        """The title in small or capital letters."""

    loans: int | None = declared(FromStage(Property("id"), Loans, need, lambda loans, id_: loans.get(id_)), "")

    @related("authors.of_work")
    def authors(self) -> list["Author"]:
        """Sorted by name."""


@strawberry.type
class Book(Work):
    row = Row("book", label="Book", refetch="works.work", of="Book", variant="BOOK")
    pages: int | None = stored("", key="pages")


@strawberry.type
class Magazine(Work):
    row = Row("magazine", label="Magazine", refetch="works.work", of="Magazine", variant="MAGAZINE")


@strawberry.type
class Author:
    row = Row("author")
    name: str = stored("", key="name")

    @related("works.of_author")
    def works(self, first: int = 20, after: str | None = UNSET) -> Connection[Work]:
        """In the order of writing."""


@strawberry.input
class WorkFilter:
    title: str | None = where("", "works.has_title")
    borrowed: bool | None = where_among("", "works.is_among", BORROWED)


@strawberry.enum
class WorkOrderField(Enum):
    PAGES = "PAGES"


@strawberry.enum
class Direction(Enum):
    ASC = "ASC"
    DESC = "DESC"


@strawberry.input
class WorkOrder:
    field: WorkOrderField
    direction: Direction


@strawberry.enum
class WorkDimension(Enum):
    INITIAL = "INITIAL"


@strawberry.type
class WorkKey:
    row = Row("group")
    initial: str | None = stored("", key="INITIAL")


@strawberry.type
class WorkSum:
    row = Row("group")
    key: WorkKey = same("")
    count: int = counted("")
    pages: int = summed("", Property("pages"))


WORK_SUMS = Grouped(Relation("works.works"), "Work", {}, {"INITIAL": Value("works.initial")}, Relation("works.groups"))


@strawberry.type
class Query:
    @related("works.works", orders={"PAGES": Property("pages", of="work")})
    def works(
        self,
        shelf: str | None = UNSET,
        filter: WorkFilter | None = UNSET,  # noqa: A002 - the argument's name
        order_by: WorkOrder | None = UNSET,
        first: int = 20,
        after: str | None = UNSET,
    ) -> Connection[Work]:
        """By title, unless `orderBy` says otherwise."""

    @grouped(WORK_SUMS)
    def work_sums(
        self,
        group_by: list[WorkDimension] | None = UNSET,
        filter: WorkFilter | None = UNSET,  # noqa: A002 - the argument's name
        first: int = 20,
        after: str | None = UNSET,
    ) -> Connection[WorkSum]:
        """By key."""

    sign: ShelfSign = computed("", Sign)

    @related("authors.author")
    def author(self, name: str) -> Author | None:
        """The author with the name."""

    @refetched("id")
    def node(self, id: strawberry.ID) -> Work | None:  # noqa: A002 - the argument's name
        """The work with the ID."""


def area(arguments, _narrow):
    """A stage covers the shelf that a root field names."""
    return arguments.get("shelf", "everywhere")


MODEL = model_of(
    strawberry.Schema(Query, types=[Book, Magazine]), load_catalogue(Path(__file__).parent / "cypher"), area
)
