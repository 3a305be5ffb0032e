"""The allow-list of host names (docs/decisions/0023-hosts-and-other-sites.md)."""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING

from graph_api.app.failures import HttpFailure

if TYPE_CHECKING:
    from graph_api.app.fields import Fields
    from graph_api.settings import Settings

_HOST = re.compile(rb"(?:\[([0-9A-Fa-f:.]{2,45})\]|([A-Za-z0-9._-]{1,253}))(?::[0-9]{1,5})?")

# The number of header values that are remembered as allowed, so that they aren't parsed again.
_REMEMBERED = 64


class AllowedHosts:
    """The host names that requests may have.

    A page of another site can point its own name to this server (DNS rebinding), and the browser then treats both as
    one site. The page can't change the Host header, which reveals it.
    """

    def __init__(self, settings: Settings) -> None:
        names = [each.strip().lower() for each in settings.allowed_hosts.split(",") if each.strip()]
        self._any = "*" in names
        self._names = {"localhost", *(_bare(each) for each in names)}
        # DNS rebinding needs a name, so an IP address as host is safe. On loopback, no other address is needed.
        self._addresses = not _is_loopback(settings.host)
        if self._addresses:
            self._names.add(_bare(settings.host.lower()))
        self._known: set[bytes] = set()

    def check(self, fields: Fields, http_version: str) -> None:
        """Check the Host header. Raises `HttpFailure` (400, 421)."""
        host = fields.get(b"host")
        if host is None:
            if http_version == "1.0":
                return
            raise HttpFailure(400, "The request has no Host header.")
        if host in self._known:
            return
        match = _HOST.fullmatch(host)
        if match is None:
            raise HttpFailure(400, "The request must have one Host header: a name or an address, and perhaps a port.")
        if not (self._any or self._allows((match[1] or match[2]).decode("ascii").lower())):
            raise HttpFailure(421, "This host name is not allowed. The operator can add it to GRAPH_API_ALLOWED_HOSTS.")
        if len(self._known) < _REMEMBERED:
            self._known.add(host)

    def _allows(self, name: str) -> bool:
        if name.removesuffix(".") in self._names:
            return True
        try:
            address = ip_address(name)
        except ValueError:
            return False
        return self._addresses or address.is_loopback


def _bare(name: str) -> str:
    """The name without brackets and without a trailing dot."""
    return name.strip("[]").removesuffix(".")


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"
