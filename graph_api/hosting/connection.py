"""A client's connection: reads requests, runs the application for one at a time, and enforces the limits."""

from __future__ import annotations

import asyncio
import socket
from collections import deque
from math import inf
from typing import TYPE_CHECKING, Any

from graph_api.hosting.exchange import Exchange
from graph_api.hosting.limits import HttpLimits
from graph_api.hosting.refusals import Refused, too_late, too_many_connections, went_wrong
from graph_api.hosting.request_reader import Head, RequestReader
from graph_api.hosting.unread import Unread, enforce_total

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp
    from uvicorn import Config
    from uvicorn.server import ServerState

# Most bytes of a body to buffer until the application receives them; then reading pauses.
_BUFFERED_BYTES = 65_536
# The number of connections beyond the limit that get an error; further ones are closed at once.
_REFUSED_AT_ONCE = 100
# Time for the reset that a client which has left sends in reply to a probe.
_ROUND_TRIP_SECONDS = 0.2
_LIMITS = HttpLimits()


class Connection(asyncio.Protocol):
    """One HTTP/1.1 connection. uvicorn creates it, and calls `shutdown` when the server stops."""

    # Writes to the client. It is the transport's own.
    write: Callable[[bytes], None]

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        limits: HttpLimits = _LIMITS,
    ) -> None:
        # Exists while the write buffer is full, and is set when it has room again.
        self.write_paused: asyncio.Event | None = None
        self._app: ASGIApp = config.loaded_app
        self._state = server_state
        self._app_state = app_state
        self._asgi = {"version": config.asgi_version, "spec_version": "2.3"}
        self._loop = _loop or asyncio.get_running_loop()
        self._limits = limits
        self._reader = RequestReader(limits, self._begin)
        self._reads = True
        # The request that is being answered, and those that were pipelined behind it.
        self._running: Exchange | None = None
        self._pipelined: deque[Exchange] = deque()
        # Why nothing more can be read; sent after the pending responses, before the connection closes.
        self._refused: Refused | None = None
        self._closing = False
        # When the headers of the next request must have arrived. Once its first byte is there, further bytes don't extend it.
        self._deadline = inf
        self._is_header_deadline = False
        # Left running when the deadline is moved back, or off: it would cost more to start another one for every request.
        self._timer: asyncio.TimerHandle | None = None

    # What uvicorn and the transport call.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Accept the connection, or refuse it if there are too many."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.write = transport.write
        self._unread = Unread(self._loop, transport, self._limits)
        # A client that has disconnected already has no address.
        self._addresses = [(transport.get_extra_info(each) or ("", 0))[:2] for each in ("sockname", "peername")]
        self._state.connections.add(self)  # type: ignore[arg-type]
        too_many = len(self._state.connections) - self._limits.connections
        if too_many > _REFUSED_AT_ONCE:
            self._transport.abort()
        elif too_many > 0 and not self._make_room():
            self._refuse(too_many_connections())
        else:
            self._set_deadline(self._limits.header_seconds, for_headers=True)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - as asyncio has it
        """Tell all pending requests that the client is gone."""
        self._state.connections.discard(self)
        self._closing = True
        if self._timer is not None:
            self._timer.cancel()
        self._unread.end()
        for each in (self._running, *self._pipelined):
            if each is not None:
                each.disconnect()
        self._pipelined.clear()
        self.resume_writing()

    def data_received(self, data: bytes) -> None:
        """Read requests. Data after a refusal is dropped."""
        if self._closing or self._refused is not None:
            return
        try:
            self._reader.feed(data)
        except Refused as refused:
            self._refuse(refused)
            return
        reading = self._reader.exchange
        if reading is not None:
            if self._pipelined or len(reading.body) > _BUFFERED_BYTES:
                self._pause_reading()
        elif self._reader.in_head or self._running is None:
            if not self._is_header_deadline:
                self._set_deadline(self._limits.header_seconds, for_headers=True)
        elif self._pipelined:
            self._pause_reading()

    def eof_received(self) -> bool:
        """Keep the connection open for pending responses; False closes it."""
        if self._closing or self._running is None or self._reader.exchange is not None:
            return False
        self._last.keep_alive = False
        self._loop.call_later(self._limits.probe_seconds, self._probe)
        return True

    def pause_writing(self) -> None:
        """Block writers, and start to watch how fast the client reads."""
        self.write_paused = self.write_paused or asyncio.Event()
        self._unread.begin()
        enforce_total([each._unread for each in self._all()], self._limits.unread_bytes)

    def resume_writing(self) -> None:
        """Unblock writers."""
        if self.write_paused is not None:
            self.write_paused.set()
            self.write_paused = None
        if not self._closing:
            self._unread.end()

    def shutdown(self) -> None:
        """Close after the pending responses: the server stops."""
        if self._running is None:
            self._close()
        else:
            self._last.keep_alive = False

    # What an exchange calls.

    @property
    def default_headers(self) -> list[tuple[bytes, bytes]]:
        """The headers that every response has: the date."""
        return self._state.default_headers

    def resume_reading(self) -> None:
        """Resume reading if it was paused for a large body or a pipelined request."""
        if not self._reads and not self._closing:
            self._reads = True
            self._transport.resume_reading()

    def answered(self, exchange: Exchange) -> None:
        """Go on with the next request after a complete response."""
        self._state.total_requests += 1
        if self._closing or exchange is not self._running:
            return
        self._running = None
        if not exchange.keep_alive:
            self._close()
        elif self._pipelined:
            self._start(self._pipelined.popleft())
        elif self._refused is not None:
            self._refuse(self._refused)
        else:
            if self._reader.in_head:
                self._set_deadline(self._limits.header_seconds, for_headers=True)
            else:
                self._set_deadline(self._limits.idle_seconds, for_headers=False)
            self.resume_reading()

    def broken(self, exchange: Exchange) -> None:
        """Handle an application that returned without a complete response."""
        if self._closing or exchange is not self._running:
            return
        if exchange.started:
            self._transport.abort()
        else:
            self._running = None
            self._refuse(went_wrong())

    # The rest.

    @property
    def _last(self) -> Exchange:
        last = self._pipelined[-1] if self._pipelined else self._running
        assert last is not None
        return last

    def _begin(self, head: Head) -> Exchange:
        """Start to answer a request, or queue it behind the one that is being answered."""
        self._clear_deadline()
        if len(self._pipelined) >= self._limits.pipelined_requests:
            raise Refused(400, "Too many requests were sent before the first was answered.")
        scope = {
            "type": "http",
            "asgi": self._asgi,
            "http_version": head.version,
            "server": self._addresses[0],
            "client": self._addresses[1],
            "scheme": "http",
            "method": head.method,
            "root_path": "",
            "path": head.path,
            "raw_path": head.raw_path,
            "query_string": head.query,
            "headers": head.headers,
            "state": self._app_state.copy(),
        }
        exchange = Exchange(self, scope, keep_alive=head.keep_alive, expects_continue=head.expects_continue)
        if self._running is None:
            self._start(exchange)
        else:
            self._pipelined.append(exchange)
        return exchange

    def _start(self, exchange: Exchange) -> None:
        self._running = exchange
        task = self._loop.create_task(exchange.run(self._app))
        self._state.tasks.add(task)
        task.add_done_callback(self._state.tasks.discard)

    def _pause_reading(self) -> None:
        if self._reads:
            self._reads = False
            self._transport.pause_reading()

    def _set_deadline(self, seconds: float, *, for_headers: bool) -> None:
        """Close the connection unless the headers of the next request arrive in time."""
        self._is_header_deadline = for_headers
        self._deadline = self._loop.time() + seconds
        if self._timer is not None and self._timer.when() > self._deadline:
            self._timer.cancel()
            self._timer = None
        if self._timer is None:
            self._timer = self._loop.call_at(self._deadline, self._look_at_deadline)

    def _clear_deadline(self) -> None:
        self._is_header_deadline = False
        self._deadline = inf

    def _look_at_deadline(self) -> None:
        self._timer = None
        if self._deadline == inf:
            return
        if self._deadline > self._loop.time():
            self._timer = self._loop.call_at(self._deadline, self._look_at_deadline)
        elif self._reader.in_head:
            self._refuse(too_late(self._limits.header_seconds))
        elif self._running is None:
            self._close()

    def _refuse(self, refused: Refused) -> None:
        """Send the refusal after the pending responses, and close."""
        self._refused = refused
        self._clear_deadline()
        reading = self._reader.exchange
        if reading is not None:
            # Its body can't be completed.
            if reading is self._running and not reading.started:
                reading.disconnect()
                self._running = None
            elif reading in self._pipelined:
                self._pipelined.remove(reading)
        if self._running is None:
            self.write(refused.response(self.default_headers))
            self._linger()

    def _close(self) -> None:
        """Close when everything is written."""
        if self._reader.exchange is not None:
            self._linger()
            return
        self._closing = True
        self._clear_deadline()
        self._transport.close()
        self._unread.begin()

    def _linger(self) -> None:
        """Close for writing, and drop what arrives for a while: closing with unread data would reset the connection."""
        self._closing = True
        self._clear_deadline()
        if not self._reads:
            self._transport.resume_reading()
        self._transport.write_eof()
        self._unread.begin()
        self._loop.call_later(self._limits.linger_seconds, self._transport.close)

    def _all(self) -> list[Connection]:
        return [each for each in self._state.connections if isinstance(each, Connection)]

    def _make_room(self) -> bool:
        """Close the idle connection that is nearest to its deadline. False if none is idle."""
        idle = [(each._deadline, each._transport) for each in self._all() if each._deadline != inf]
        if idle:
            min(idle, key=lambda each: each[0])[1].abort()
        return bool(idle)

    def _probe(self) -> None:
        """Find out whether a half-closed client is still there: one that has left replies to data with a reset."""
        running = self._running
        if self._closing or running is None or running.started or running.scope["http_version"] == "1.0":
            return
        self.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self._loop.call_later(_ROUND_TRIP_SECONDS, self._look_for_reset)

    def _look_for_reset(self) -> None:
        if self._closing:
            return
        if self._transport.get_extra_info("socket").getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self._transport.abort()
        else:
            self._loop.call_later(self._limits.probe_seconds, self._probe)
