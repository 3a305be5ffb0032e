"""Bolt messages as bytes: each a structure of values in PackStream, split into chunks.

The driver's own code packs and unpacks the values, in Rust if that is installed: the only private part of the driver
that is used.
"""

from __future__ import annotations

from datetime import date
from struct import pack
from typing import Any

from neo4j._codec.hydration.bolt.v2 import HydrationHandler
from neo4j._codec.packstream._common import PackableBuffer, Structure, UnpackableBuffer
from neo4j._codec.packstream.v1 import Packer, Unpacker

HELLO, LOGON, GOODBYE, RESET = b"\x01", b"\x6a", b"\x02", b"\x0f"
RUN, PULL = b"\x10", b"\x3f"
SUCCESS, RECORD, FAILURE, IGNORED = 0x70, 0x71, 0x7F, 0x7E

MAGIC = b"\x60\x60\xb0\x17"
# 5.8 and the seven minor versions before it: Neo4j 5.26 and all later versions support one of them. Signing in has been
# a separate message since 5.1.
VERSIONS = b"\x00\x07\x08\x05" + bytes(12)

_LARGEST_CHUNK = 0xFFFF
_HANDLER = HydrationHandler()
_UNIX_EPOCH = date(1970, 1, 1).toordinal()


def _packable_date(value: date) -> Structure:
    """A date in Bolt's format, in days: almost every statement has one, and the driver's own way takes ten times as long."""
    return Structure(b"D", value.toordinal() - _UNIX_EPOCH)


_OUTGOING = _HANDLER.dehydration_hooks.extend(exact_types={tuple: list, date: _packable_date})


def _hydrated(structure: Structure) -> Any:
    """A date, a point or a similar value; also a node or relation, which only tests read."""
    return _HANDLER.new_hydration_scope().hydration_hooks[Structure](structure)


# Lists and maps are not copied: the driver would check each one again for invalid values.
_INCOMING = {Structure: _hydrated}


def message(tag: bytes, *fields: Any) -> bytes:
    """A message in its chunks. Raises the driver's exceptions for values that Neo4j has no type for."""
    buffer = PackableBuffer()
    packer = Packer(buffer)
    for field in fields:
        packer._pack(field, _OUTGOING)
    body = bytes((0xB0 | len(fields),)) + tag + bytes(buffer.data)
    chunks = [body[at : at + _LARGEST_CHUNK] for at in range(0, len(body), _LARGEST_CHUNK)]
    return b"".join(pack(">H", len(chunk)) + chunk for chunk in chunks) + b"\x00\x00"


def content(body: bytes) -> Any:
    """The first value of a complete message: the row of a record, or a map of metadata."""
    data = UnpackableBuffer(body)
    data.p = 2  # after the marker of a structure and its tag
    return Unpacker(data).unpack(_INCOMING)
