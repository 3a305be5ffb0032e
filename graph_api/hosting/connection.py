"""A client's connection: reads requests, has the application answer one at a time, and holds the client to the limits."""

from __future__ import annotations

import asyncio
import socket
from collections import deque
from typing import TYPE_CHECKING, Any

from graph_api.hosting.exchange import Exchange
from graph_api.hosting.limits import Limits
from graph_api.hosting.reader import Head, Reader
from graph_api.hosting.refusals import Refused, too_late, too_many_connections, went_wrong
from graph_api.hosting.unread import Unread, relieve

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp
    from uvicorn import Config
    from uvicorn.server import ServerState

# A body that the application has not received yet; the rest waits in the network.
_WAITING_BYTES = 65_536
# Beyond the limit of connections, these are told so; more are closed without a word.
_REFUSED_AT_ONCE = 100
# After which a client that has left has told so, if it was asked.
_ROUND_TRIP_SECONDS = 0.2
_LIMITS = Limits()


class Connection(asyncio.Protocol):
    """One connection, as uvicorn makes and ends it."""

    # Writes to the client. It is the transport's own.
    write: Callable[[bytes], None]

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
        limits: Limits = _LIMITS,
    ) -> None:
        self._app: ASGIApp = config.loaded_app
        self._state = server_state
        self._app_state = app_state
        self._asgi = {"version": config.asgi_version, "spec_version": "2.3"}
        self._loop = _loop or asyncio.get_running_loop()
        self._limits = limits
        self._reader = Reader(limits, self._begin)
        self._reads = True
        # Set while the client has to take what was written before there is more.
        self._writable: asyncio.Event | None = None
        # The request that is being answered, and those that were sent before it was.
        self._running: Exchange | None = None
        self._waiting: deque[Exchange] = deque()
        # What can't be read on, and is told after the answers to what could; then we leave.
        self._refused: Refused | None = None
        self._leaving = False
        # When the next request must be there. One that has begun must hurry, and gets no more time.
        self._timer: asyncio.TimerHandle | None = None
        self._hurries = False

    # What uvicorn and the transport call.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the connection, or refuse it where there are too many."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.write = transport.write
        self._unread = Unread(self._loop, transport, self._limits)
        # A client that is gone already has no address.
        self._addresses = [(transport.get_extra_info(each) or ("", 0))[:2] for each in ("sockname", "peername")]
        self._state.connections.add(self)  # type: ignore[arg-type]
        too_many = len(self._state.connections) - self._limits.connections
        if too_many > _REFUSED_AT_ONCE:
            self._transport.abort()
        elif too_many > 0 and not self._make_room():
            self._refuse(too_many_connections())
        else:
            self._wait(self._limits.header_seconds, hurries=True)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002 - as asyncio has it
        """Tell all who answer over the connection, or write to it."""
        self._state.connections.discard(self)
        self._leaving = True
        self._stop_waiting()
        self._unread.end()
        for each in (self._running, *self._waiting):
            if each is not None:
                each.leave()
        self._waiting.clear()
        self.resume_writing()

    def data_received(self, data: bytes) -> None:
        """Read what comes. Once nothing more is answered, it is dropped."""
        if self._leaving or self._refused is not None:
            return
        try:
            self._reader.feed(data)
        except Refused as refused:
            self._refuse(refused)
            return
        reading = self._reader.exchange
        if reading is not None:
            if self._waiting or len(reading.body) > _WAITING_BYTES:
                self._pause_reading()
        elif self._reader.in_head or self._running is None:
            if not self._hurries:
                self._wait(self._limits.header_seconds, hurries=True)
        elif self._waiting:
            self._pause_reading()

    def eof_received(self) -> bool:
        """Keep open for the answers to a client that sends no more; the connection closes when this is False."""
        if self._leaving or self._running is None or self._reader.exchange is not None:
            return False
        self._last.keep_alive = False
        self._loop.call_later(self._limits.probe_seconds, self._probe)
        return True

    def pause_writing(self) -> None:
        """Have who writes wait, and the connection end if that takes too long."""
        self._writable = self._writable or asyncio.Event()
        self._unread.begin()
        relieve([each._unread for each in self._all()], self._limits.unread_bytes)

    def resume_writing(self) -> None:
        """Let who writes go on."""
        if self._writable is not None:
            self._writable.set()
            self._writable = None
        if not self._leaving:
            self._unread.end()

    def shutdown(self) -> None:
        """End as soon as what has been asked is answered: the server stops."""
        if self._running is None:
            self._close()
        else:
            self._last.keep_alive = False

    # What an exchange calls.

    @property
    def default_headers(self) -> list[tuple[bytes, bytes]]:
        """The headers that every response has: the date."""
        return self._state.default_headers

    async def writable(self) -> None:
        """Wait until the client has taken most of what was written."""
        if self._writable is not None:
            await self._writable.wait()

    def resume_reading(self) -> None:
        """Go on reading, if it was paused because a body or another request waits."""
        if not self._reads and not self._leaving:
            self._reads = True
            self._transport.resume_reading()

    def answered(self, exchange: Exchange) -> None:
        """A response is complete: go on with the next request."""
        self._state.total_requests += 1
        if self._leaving or exchange is not self._running:
            return
        self._running = None
        if not exchange.keep_alive:
            self._close()
        elif self._waiting:
            self._start(self._waiting.popleft())
        elif self._refused is not None:
            self._refuse(self._refused)
        else:
            if self._reader.in_head:
                self._wait(self._limits.header_seconds, hurries=True)
            else:
                self._wait(self._limits.idle_seconds, hurries=False)
            self.resume_reading()

    def broken(self, exchange: Exchange) -> None:
        """The application has ended without a complete response."""
        if self._leaving or exchange is not self._running:
            return
        if exchange.started:
            self._transport.abort()
        else:
            self._running = None
            self._refuse(went_wrong())

    # The rest.

    @property
    def _last(self) -> Exchange:
        last = self._waiting[-1] if self._waiting else self._running
        assert last is not None
        return last

    def _begin(self, head: Head) -> Exchange:
        """Have a request answered when it is its turn."""
        self._stop_waiting()
        if len(self._waiting) >= self._limits.waiting_requests:
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
            self._waiting.append(exchange)
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

    def _wait(self, seconds: float, *, hurries: bool) -> None:
        """Give the client so long to send the next request."""
        self._stop_waiting()
        self._hurries = hurries
        self._timer = self._loop.call_later(seconds, self._waited)

    def _stop_waiting(self) -> None:
        self._hurries = False
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _waited(self) -> None:
        self._timer = None
        if self._reader.in_head:
            self._refuse(too_late(self._limits.header_seconds))
        elif self._running is None:
            self._close()

    def _refuse(self, refused: Refused) -> None:
        """Refuse what can't be read on, after the answers to what could; then leave."""
        self._refused = refused
        self._stop_waiting()
        reading = self._reader.exchange
        if reading is not None:
            # Its body will never be whole.
            if reading is self._running and not reading.started:
                reading.leave()
                self._running = None
            elif reading in self._waiting:
                self._waiting.remove(reading)
        if self._running is None:
            self.write(refused.response(self.default_headers))
            self._linger()

    def _close(self) -> None:
        """Close once all is written."""
        if self._reader.exchange is not None:
            self._linger()
            return
        self._leaving = True
        self._stop_waiting()
        self._transport.close()
        self._unread.begin()

    def _linger(self) -> None:
        """Send no more, and for a while drop what comes: the end of a connection with something unread takes the answer along."""
        self._leaving = True
        self._stop_waiting()
        if not self._reads:
            self._transport.resume_reading()
        self._transport.write_eof()
        self._unread.begin()
        self._loop.call_later(self._limits.linger_seconds, self._transport.close)

    def _all(self) -> list[Connection]:
        return [each for each in self._state.connections if isinstance(each, Connection)]

    def _make_room(self) -> bool:
        """End the connection that waits for a request and has least time left. False if there is none."""
        waiting = [(each._timer.when(), each._transport) for each in self._all() if each._timer is not None]
        if waiting:
            min(waiting, key=lambda each: each[0])[1].abort()
        return bool(waiting)

    def _probe(self) -> None:
        """Ask a client that sends no more whether it is still there: only its answer to something written tells."""
        running = self._running
        if self._leaving or running is None or running.started or running.scope["http_version"] == "1.0":
            return
        self.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        self._loop.call_later(_ROUND_TRIP_SECONDS, self._look_for_reset)

    def _look_for_reset(self) -> None:
        if self._leaving:
            return
        if self._transport.get_extra_info("socket").getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
            self._transport.abort()
        else:
            self._loop.call_later(self._limits.probe_seconds, self._probe)
