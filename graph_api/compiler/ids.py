"""Global ids: opaque to clients, a type and the id within that type to us."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error
from typing import NamedTuple

from graph_api.errors import ClientError, ErrorCode


class GlobalId(NamedTuple):
    """What a global id stands for."""

    type: str
    local: str


def encode_id(type_name: str, local: str) -> str:
    """The global id of a thing: URL-safe base64 of `Type:local`."""
    return urlsafe_b64encode(f"{type_name}:{local}".encode()).decode()


def decode_id(value: str) -> GlobalId:
    """The type and local id. Raises `ClientError` BAD_ID for what this API never gave out."""
    try:
        type_name, colon, local = urlsafe_b64decode(value.encode("ascii")).decode().partition(":")
    except (Base64Error, UnicodeError):
        type_name = colon = local = ""
    # Only the one spelling that we write is an id: anything else would name a thing twice.
    if not (colon and local and type_name.isidentifier()) or encode_id(type_name, local) != value:
        raise ClientError(ErrorCode.BAD_ID, "That is not an id of this API. Pass an id as an answer gave it.")
    return GlobalId(type_name, local)
