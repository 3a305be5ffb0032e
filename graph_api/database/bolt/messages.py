"""Bolt's messages as bytes: each a structure of values in PackStream, cut into chunks.

The values are packed and unpacked by the driver's own code, in Rust where it is installed: the only part of the driver that
is not public and used all the same.
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
# 5.8 and the seven minor versions before it; Neo4j 5.26 and all that came after know one of them. In 5.1 signing in
# became a message of its own.
VERSIONS = b"\x00\x07\x08\x05" + bytes(12)

_LARGEST_CHUNK = 0xFFFF
_HANDLER = HydrationHandler()
_UNIX_EPOCH = date(1970, 1, 1).toordinal()


def _packable_date(value: date) -> Structure:
    """A date as Bolt has it, in days: almost every statement has one, and the driver's own way takes ten times as long."""
    return Structure(b"D", value.toordinal() - _UNIX_EPOCH)


_OUTGOING = _HANDLER.dehydration_hooks.extend(exact_types={tuple: list, date: _packable_date})


def _hydrated(structure: Structure) -> Any:
    """A date, a point and their like; a node or a relation too, though only tests ask for these."""
    return _HANDLER.new_hydration_scope().hydration_hooks[Structure](structure)


# Lists and maps stay as they come: the driver looks through each once more for values that it could not read.
_INCOMING = {Structure: _hydrated}


def message(tag: bytes, *fields: Any) -> bytes:
    """A message in its chunks. Raises what the driver raises for values that Neo4j has no type for."""
    buffer = PackableBuffer()
    packer = Packer(buffer)
    for field in fields:
        packer._pack(field, _OUTGOING)
    body = bytes((0xB0 | len(fields),)) + tag + bytes(buffer.data)
    chunks = [body[at : at + _LARGEST_CHUNK] for at in range(0, len(body), _LARGEST_CHUNK)]
    return b"".join(pack(">H", len(chunk)) + chunk for chunk in chunks) + b"\x00\x00"


def content(body: bytes) -> Any:
    """The first value of a message whose chunks have been put together: a record's row, or a map of facts."""
    data = UnpackableBuffer(body)
    data.p = 2  # after the mark of a structure and its tag
    return Unpacker(data).unpack(_INCOMING)
