"""Documents that cost the most within the limits, made from the schema: each kind as large as the limits allow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from benchmarks.circles import circles
from benchmarks.stores import CITY
from graph_api.caches import Budget
from graph_api.errors import ErrorCode
from graph_api.execution.documents import Documents, RequestError
from graph_api.schema import graphql_schema
from graph_api.settings import Settings

SCHEMA = graphql_schema()
COMMUNITY = f'community(code: "{CITY}001002")'
Make: TypeAlias = Callable[[int], str]

# Kinds that grow in width: the field around, and what stands there again and again, # being the number.
_FLAT = {
    "a leaf under many aliases": (COMMUNITY, "a#: name"),
    "ids of things of any type": ('search(text: "社区", first: 100)', "a#: id"),
    "root fields alike": ("", f"a#: {COMMUNITY} {{ name }}"),
    "root fields with an argument each": ("", 'a#: city(code: "#") { leaders { nodes { code } } }'),
    "relations of an object": (COMMUNITY, "a#: departments { totalCount }"),
    "filters": ("", "a#: communities(filter: { departmentCount: { min: # } }) { totalCount }"),
    "one field again and again": ("", "rules { code }"),
    "the schema": ("", "a#: __schema { types { name fields { name } } }"),
    "days of coverage": ("", f'a#: coverage(within: "{CITY}", asOf: "1#-01-01") {{ rate }}'),
    "rows of rows": ("deeds(first: 100) { nodes { body { deeds(first: 100) { nodes", "a#: title"),
    "pages of pages": (
        f'city(code: "{CITY}")',
        "a#: communities(first: 100) { nodes { compounds(first: 100) { nodes { buildings(first: 100) { nodes { code } } } } } }",
    ),
    "lists of findings": (
        "",
        "a#: communities(filter: { fullyCovered: false }) { nodes { findings { nodes { evidence(first: 20) { id } } } } }",
    ),
    "analyses": ("", f'a#: bridges(within: "{CITY}") {{ nodes {{ person {{ name }} }} }}'),
}


def worst_documents() -> dict[str, str]:
    """The documents by their kind, each as large as the limits allow."""
    documents = Documents(SCHEMA, Settings(), Budget(0))
    makes = {kind: _repeated(root, part) for kind, (root, part) in _FLAT.items()}
    nested = {f"{circle.field}, nested": circle.nested for circle in circles(SCHEMA)}
    makes |= {"fragments": _fragments, "operations": _operations, **nested}
    return {kind: _largest(documents, make) for kind, make in makes.items()}


def _repeated(root: str, part: str) -> Make:
    def make(number: int) -> str:
        inner = " ".join(part.replace("#", str(100 + each)) for each in range(number))
        return f"{{ {root} {{ {inner} }} {'}' * root.count('{')} }}" if root else f"{{ {inner} }}"

    return make


def _fragments(number: int) -> str:
    spread = " ".join(f"...F{each}" for each in range(number))
    defined = " ".join(f"fragment F{each} on Community {{ a{each}: name }}" for each in range(number))
    return f"{{ {COMMUNITY} {{ {spread} }} }} {defined}"


def _operations(number: int) -> str:
    return "query Q { __typename }" + " ".join(f"query Q{each} {{ __typename }}" for each in range(number))


def _largest(documents: Documents, make: Make) -> str:
    """The largest document of the kind that is within the limits of documents."""
    low, high = 1, 4_096
    while low < high:
        middle = (low + high + 1) // 2
        if _is_within(documents, make(middle)):
            low = middle
        else:
            high = middle - 1
    return make(low)


def _is_within(documents: Documents, text: str) -> bool:
    try:
        documents.read(text)
    except RequestError as error:
        if error.code is not ErrorCode.TOO_COMPLEX:
            raise
        return False
    return len(text) < Settings().max_document_bytes
