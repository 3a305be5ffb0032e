"""The territory of a root field: the places that its arguments are about, which stages cover."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph_api.compiler.ids import decode_id
from graph_api.errors import ClientError
from graph_api.places import EVERYWHERE, Prefix, city_of


def territory(arguments: Mapping[str, Any], narrow: bool) -> Prefix:
    """The prefix of the codes that a root field with these arguments covers; with all of its city unless `narrow`."""
    own = _own(arguments)
    return own if narrow else city_of(own)


def _own(arguments: Mapping[str, Any]) -> Prefix:
    if arguments.get("within") is not None:
        return Prefix(str(arguments["within"]))
    if "code" in arguments:
        code = str(arguments["code"])
        return Prefix(code) if code.isdigit() else city_of(code)
    ids = [arguments[name] for name in ("id", "from", "to") if name in arguments] + list(arguments.get("ids", ()))
    cities = {_city(each) for each in ids}
    return cities.pop() if len(cities) == 1 else EVERYWHERE


def _city(global_id: str) -> Prefix:
    """The code of an object's city: every local ID starts with it, or with a rule code before it."""
    try:
        local = decode_id(global_id).local
    except ClientError:
        return EVERYWHERE
    return city_of(local.rpartition("|")[2] if "|" in local and not local[0].isdigit() else local)
