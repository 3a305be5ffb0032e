"""Search by names, titles and codes, in any spelling."""

from __future__ import annotations

import re
from enum import Enum
from typing import Annotated

import strawberry
from strawberry import UNSET

from graph_api.compiler.pages import DEFAULT_SIZE
from graph_api.compiler.sources import Argument, PlainColumn, Property, Row, Value
from graph_api.errors import ClientError, ErrorCode
from graph_api.schema.arguments import WITHIN, AsOf, Within
from graph_api.schema.fields import computed, related, same
from graph_api.schema.nodes import Node
from graph_api.schema.pages import First, cursor_of, listed, page
from graph_api.spellings import Kind, Sought, matched_part, sought

MAX_LENGTH = 100
# What the query of the index would take for a sign of its own.
_SIGN = re.compile(r"(\W)")


@strawberry.enum
class SearchType(Enum):
    """The types of objects that search finds."""

    CITY = strawberry.enum_value("CITY", description="Cities (市).")
    SUBDISTRICT = strawberry.enum_value("SUBDISTRICT", description="Subdistricts (街道).")
    COMMUNITY = strawberry.enum_value("COMMUNITY", description="Communities (社区).")
    COMPOUND = strawberry.enum_value("COMPOUND", description="Residential compounds (居民小区).")
    BUILDING = strawberry.enum_value("BUILDING", description="Buildings (楼栋).")
    DEPARTMENT = strawberry.enum_value("DEPARTMENT", description="Departments (市直部门, 中省直单位).")
    LEADER = strawberry.enum_value("LEADER", description="Leaders (市级党员领导干部).")
    PERSON = strawberry.enum_value("PERSON", description="Persons who are not leaders.")
    ISSUE = strawberry.enum_value("ISSUE", description="Issues (议题), by their titles and codes.")
    BRANCH = strawberry.enum_value("BRANCH", description="Party branches of compounds (小区党支部).")
    OWNERS_COMMITTEE = strawberry.enum_value("OWNERS_COMMITTEE", description="Owners' committees (业委会).")
    PROPERTY_COMPANY = strawberry.enum_value("PROPERTY_COMPANY", description="Property companies (物业公司).")
    BUILDING_GROUP = strawberry.enum_value("BUILDING_GROUP", description="Building groups (联合楼栋党小组).")
    CONFERENCE = strawberry.enum_value("CONFERENCE", description="Joint conferences (联席会).")
    SYNERGY_BODY = strawberry.enum_value("SYNERGY_BODY", description="Synergy bodies (社区治理服务协同体).")
    ENTERPRISE = strawberry.enum_value("ENTERPRISE", description="Enterprises (企业).")
    SOCIAL_ORGANIZATION = strawberry.enum_value("SOCIAL_ORGANIZATION", description="Social organizations (社会组织).")
    UNIT = strawberry.enum_value("UNIT", description="Other units (单位).")
    PARTY_ORGANIZATION = strawberry.enum_value("PARTY_ORGANIZATION", description="Party organizations (党组织).")
    VOLUNTEER_TEAM = strawberry.enum_value("VOLUNTEER_TEAM", description="Volunteer teams (志愿者服务队).")


@strawberry.enum
class MatchKind(Enum):
    """How a search result matches the text. Case, width, accents and blanks never matter."""

    EXACT = strawberry.enum_value("EXACT", description="The name, title or code is the text.")
    PREFIX = strawberry.enum_value("PREFIX", description="The name, title or code begins with the text.")
    INITIALS = strawberry.enum_value(
        "INITIALS", description="The text is the first letters of characters in pinyin: `qdsq` for 桥东社区."
    )
    PINYIN = strawberry.enum_value(
        "PINYIN", description="The text is characters in pinyin, the last perhaps cut short: `qiaod` for 桥东."
    )
    SUBSTRING = strawberry.enum_value("SUBSTRING", description="The name, title or code contains the text.")


@strawberry.enum
class SearchField(Enum):
    """The field in which a search result matches the text."""

    NAME = strawberry.enum_value("NAME", description="The name.")
    TITLE = strawberry.enum_value("TITLE", description="The title of an issue.")
    CODE = strawberry.enum_value(
        "CODE", description="The code. A text of one or two characters is not sought in codes."
    )


_KINDS = {
    Kind.NAME: "PREFIX",
    Kind.CODE: "PREFIX",
    Kind.INITIALS: "INITIALS",
    Kind.INITIALS_PART: "INITIALS",
    Kind.PINYIN: "PINYIN",
    Kind.PINYIN_PART: "PINYIN",
    Kind.NAME_PART: "SUBSTRING",
    Kind.CODE_PART: "SUBSTRING",
}
_OF_CODES = frozenset({Kind.CODE, Kind.CODE_PART})


def _kind(spelling: str, rank: int) -> str:
    return _KINDS[Kind(spelling[0])] if rank else "EXACT"


def _field(spelling: str, title: str | None) -> str:
    return "CODE" if Kind(spelling[0]) in _OF_CODES else "NAME" if title is None else "TITLE"


def _part(name: str, code: str | None, spelling: str, beginning: str) -> str:
    return matched_part(code or "" if Kind(spelling[0]) in _OF_CODES else name, spelling, beginning)


_SPELLING = Property("spelling")


@strawberry.type
class SearchResultEdge:
    """A search result, with the reason why it matches."""

    row = Row("match", needs=("node", "rank"))

    cursor: str = cursor_of("result")
    node: Node = same("The object that was found.")
    match_kind: MatchKind = computed(
        "How the result matches: the best of all ways in which it does.",
        _kind,
        spelling=_SPELLING,
        rank=PlainColumn("rank"),
    )
    matched_field: SearchField = computed(
        "The field that matches.", _field, spelling=_SPELLING, title=Value("search.title")
    )
    matched_text: str = computed(
        "The part of the field that matches, for highlighting: 桥东 if the text is `qd` or `qiaodong`.",
        _part,
        name=Value("nodes.name"),
        code=Property("code", of="node"),
        spelling=_SPELLING,
        beginning=Property("beginning"),
    )


@page("results", one="result", each="a cursor and the reason why it matches")
class SearchResultConnection:
    """A page of search results."""

    nodes: list[Node]
    edges: list[SearchResultEdge]


def beginnings(text: str | None) -> Sought:
    """What the text is looked for by. Raises BAD_USER_INPUT if it is null, empty or too long."""
    given = (text or "").strip()
    if len(given) > MAX_LENGTH:
        raise ClientError(ErrorCode.BAD_USER_INPUT, f"`text` is longer than {MAX_LENGTH} characters.")
    found = sought(given)
    if not found.beginnings:
        raise ClientError(ErrorCode.BAD_USER_INPUT, "`text` is empty. Pass the text to find.")
    return found


def index_query(text: str | None) -> str:
    """The query of the full-text index that finds the spellings that begin with the text, the best kinds first.

    Each kind weighs more than all after it together. Raises BAD_USER_INPUT.
    """
    last = max(map(int, Kind))
    weighed = ((beginning, 2 ** (last - int(beginning[0]))) for beginning in beginnings(text).beginnings)
    return " ".join(f"spellings:{_escaped(beginning)}*^{weight}" for beginning, weight in weighed)


def _escaped(text: str) -> str:
    return _SIGN.sub(r"\\\1", text)


def _labels(types: list[str] | None) -> list[str]:
    """The labels of the nodes of these types; of all types for None."""
    chosen = [type_.name for type_ in SearchType] if types is None else types
    return ["".join(word.capitalize() for word in name.split("_")) for name in chosen]


_Text = Annotated[
    str,
    strawberry.argument(
        description="The text to find, at most 100 characters: a part of a name, title or code, or of a name in pinyin."
    ),
]
_Types = Annotated[
    list[SearchType] | None, strawberry.argument(description="Only objects of these types (default: all).")
]
_ARGUMENTS = {
    "query": Argument("text", index_query),
    "exact": Argument("text", lambda text: beginnings(text).exact),
    "beginnings": Argument("text", lambda text: beginnings(text).beginnings),
    "within": WITHIN,
    "types": Argument("types", _labels),
}


@listed("search.results", arguments=_ARGUMENTS, once={"found": "search.found"})
def search_results(
    text: _Text, types: _Types = UNSET, within: Within = UNSET, as_of: AsOf = UNSET
) -> SearchResultConnection | None:
    """Finds places, organizations, persons, building groups and issues by name, title or code, as people type them: in
    any case, width or normal form, with or without blanks, by the initials of a name in pinyin (`qdsq`) or by its pinyin
    (`qiaodong`). The best match comes first, by `matchKind`, and matches at the beginning before others; then the
    shortest name. A text that more than 10,000 names contain finds the best 10,000."""


@related("search.results", arguments=_ARGUMENTS, once={"found": "search.found"})
def search(text: _Text, within: Within = UNSET, as_of: AsOf = UNSET, first: First = DEFAULT_SIZE) -> list[Node]:
    """Finds what `searchResults` finds, in the same order, as a plain list."""
