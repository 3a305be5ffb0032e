"""The header fields of a request, read once: several lines of one name are one list (RFC 9110, 5.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

# Values by lower-case name.
Fields: TypeAlias = dict[bytes, bytes]


def fields_of(headers: Iterable[tuple[bytes, bytes]]) -> Fields:
    """The fields of these header lines; lines of one name are joined with a comma."""
    fields: Fields = {}
    for name, value in headers:
        fields[name] = fields[name] + b", " + value if name in fields else value
    return fields


def text(fields: Fields, name: bytes) -> str | None:
    """The value of a field as text; None if it was not sent."""
    value = fields.get(name)
    return None if value is None else value.decode("latin-1")
