"""Warming: after a start, the database plans the most frequent operations in advance."""

from __future__ import annotations

import asyncio
import json
import re
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import structlog

from graph_api import __version__
from graph_api.compiler.ids import encode_id
from graph_api.database.planning import PLAN_SECONDS, Form
from graph_api.errors import ClientError, ErrorCode
from graph_api.execution.requests import Request

if TYPE_CHECKING:
    from datetime import date

    from graph_api.database import Database
    from graph_api.execution.requests import Answer
    from graph_api.resolvers.finders import Finders

_log = structlog.get_logger(__name__)

_OPERATIONS = Path(__file__).parent / "operations"
_SAMPLE = "sample"
_VARIABLES = re.compile(r"^# variables: (.*)$", re.MULTILINE)
# The number of statements that the database plans at the same time.
_AT_ONCE = 2
# The time for which one step is retried: an operation can have several statements, each planned within a minute at
# most.
_STEP_SECONDS = 300.0
_RETRY_SECONDS = 1.0
_TEMPORARY = {ErrorCode.UNAVAILABLE.value, ErrorCode.TIMEOUT.value}
# The number of statements that are remembered for the next run.
_MOST_FORMS = 200
_MOST_CHARACTERS = 1_000_000

Ask = Callable[[Request], Awaitable["Answer"]]
Report = Callable[[int, int], None]


@dataclass(frozen=True)
class WarmingStep:
    """A step of warming, with its name for the log."""

    name: str
    run: Callable[[], Awaitable[object]]


class Warming:
    """Plans the operations that ship with the product, all rules, and the most frequent operations of the last run.

    `ask` executes a request. `memory` is the file with the last run's statements and the types of their parameters,
    never values.
    """

    def __init__(self, ask: Ask, finders: Finders, database: Database, memory: Path) -> None:
        self._ask = ask
        self._finders = finders
        self._database = database
        self._memory = memory
        self._steps: deque[WarmingStep] = deque()
        self._total = 0
        self._done = 0
        self._given_up: list[str] = []
        self._report: Report = lambda _done, _total: None

    @property
    def progress(self) -> str | None:
        """The progress, such as `37/58`; None if warming has finished or has not started."""
        return f"{self._done}/{self._total}" if self._done < self._total else None

    @property
    def given_up(self) -> list[str]:
        """What could not be planned: its first request waits."""
        return list(self._given_up)

    def expect(self) -> None:
        """Announces that `run` will be called: until it has ended, warming is unfinished."""
        self._done, self._total = 0, max(self._total, 1)

    async def run(self, day: date, report: Report = lambda _done, _total: None) -> None:
        """Plans everything, the most important first. What can't be planned is skipped, with a line in the log.

        `report` receives the number of finished steps and the total after each step.
        """
        variables = SampleVariables()
        first = WarmingStep(_SAMPLE, partial(self._sampled, variables))
        asked = [WarmingStep(name, partial(self._asked, text, variables)) for name, text in _operations()]
        rules = [WarmingStep(name, run) for name, run in self._finders.statements(day)]
        remembered = [
            WarmingStep("a statement of the last run", partial(self._planned, form)) for form in self._recalled()
        ]
        needed = [*asked, *rules]
        self._total, self._done, self._given_up = len(needed) + 1, 0, []
        self._report = report
        with self._database.planning.side_by_side():
            await self._carry_out(first)
            await self._carry_out_all(needed)
        # Clients can be served from here on. The last run's operations are planned meanwhile.
        await self._carry_out_all(remembered)

    def remember(self) -> None:
        """Saves the most frequent operations for the next run; nothing if this run never became ready."""
        if self.progress is not None:
            return
        forms = self._database.planning.most_used(_MOST_FORMS)
        left, chosen = _MOST_CHARACTERS, []
        for form in forms:
            left -= len(form.statement)
            if left >= 0:
                chosen.append({"statement": form.statement, "types": dict(form.types)})
        if not chosen or not self._memory.parent.is_dir():
            return
        try:
            self._memory.touch(mode=0o600)
            self._memory.write_text(json.dumps({"version": __version__, "forms": chosen}, ensure_ascii=False))
        except OSError as error:
            _log.warning("what was asked for most is not remembered", reason=str(error))

    def _recalled(self) -> list[Form]:
        """The operations that an earlier run of this version saved."""
        try:
            saved = json.loads(self._memory.read_text())
            if saved["version"] != __version__:
                return []
            return [Form(str(form["statement"]), dict(form["types"])) for form in saved["forms"]]
        except (OSError, ValueError, LookupError, TypeError):
            return []

    async def _carry_out_all(self, steps: Sequence[WarmingStep]) -> None:
        self._steps = deque(steps)
        await asyncio.gather(*(self._work() for _ in range(_AT_ONCE)))

    async def _work(self) -> None:
        while self._steps:
            await self._carry_out(self._steps.popleft())

    async def _carry_out(self, step: WarmingStep) -> None:
        """Runs a step, and retries it while the database is temporarily unavailable."""
        loop = asyncio.get_running_loop()
        until = loop.time() + _STEP_SECONDS
        while True:
            try:
                await step.run()
                break
            except ClientError as error:
                if error.code.value not in _TEMPORARY or loop.time() > until:
                    self._give_up(step, error.message)
                    break
                await asyncio.sleep(min(error.retry_after or _RETRY_SECONDS, _RETRY_SECONDS))
            except Exception as error:
                # A remembered statement may not match the graph any more; whatever the error, the others continue.
                self._give_up(step, repr(error))
                break
        if self._done < self._total:
            self._done += 1
            self._report(self._done, self._total)

    def _give_up(self, step: WarmingStep, reason: str) -> None:
        self._given_up.append(step.name)
        _log.warning("not planned in advance", what=step.name, reason=reason)

    async def _sampled(self, variables: SampleVariables) -> None:
        """Finds values for the operations' variables."""
        text = (_OPERATIONS / f"{_SAMPLE}.graphql").read_text(encoding="utf-8")
        cities = await self._data(Request(text, {}, "Cities"))
        codes = [city["code"] for city in cities["cities"]["nodes"]]
        if codes:
            variables.take(codes[0], await self._data(Request(text, {"city": codes[0]}, "Sample")))

    async def _asked(self, text: str, variables: SampleVariables) -> None:
        """Executes an operation with each of its sets of variables."""
        for written in _VARIABLES.findall(text):
            variables = variables.after(await self._data(Request(text, variables.filled(json.loads(written)), None)))

    async def _data(self, request: Request) -> Any:
        answer = await self._ask(request)
        for error in answer.errors:
            if error["extensions"]["code"] in _TEMPORARY:
                failure = ClientError(ErrorCode(error["extensions"]["code"]), error["message"])
                failure.retry_after = error["extensions"].get("retryAfter")
                raise failure
        return json.loads(answer.body)["data"]

    async def _planned(self, form: Form) -> None:
        planning = self._database.planning
        if not planning.is_planned(form.statement, form.parameters):
            await planning.ensure(form.statement, form.parameters, PLAN_SECONDS)


class SampleVariables:
    """The values of `$names` in the variables of the operations: objects of the first city, or values that don't exist."""

    def __init__(self) -> None:
        self._values = {
            "city": "000000",
            "compound": "0" * 15,
            "department": "000000D000",
            "leader": "000000L000",
            "departmentId": encode_id("Department", "000000D000"),
            "communityId": encode_id("Community", "0" * 12),
            "endCursor": None,
        }

    def take(self, city: str, sample: Mapping[str, Any]) -> None:
        """Takes the values found in a city."""

        def first(name: str, key: str) -> str | None:
            return next((str(node[key]) for node in sample[name]["nodes"]), None)

        found = {
            "city": city,
            "compound": first("compounds", "code"),
            "department": first("departments", "code"),
            "leader": first("leaders", "code"),
            "departmentId": first("departments", "id"),
            "communityId": first("communities", "id"),
        }
        self._values |= {name: value for name, value in found.items() if value is not None}

    def after(self, data: Mapping[str, Any] | None) -> SampleVariables:
        """The variables for the same operation to go on from the first page of an answer."""
        pages = (
            field["pageInfo"] for field in (data or {}).values() if isinstance(field, dict) and "pageInfo" in field
        )
        variables = copy(self)
        variables._values = self._values | {"endCursor": next((page.get("endCursor") for page in pages), None)}
        return variables

    def filled(self, written: Any) -> Any:
        """The variables with names replaced by values."""
        if isinstance(written, dict):
            return {name: self.filled(value) for name, value in written.items()}
        if isinstance(written, list):
            return [self.filled(value) for value in written]
        if isinstance(written, str) and written.startswith("$"):
            return self._values[written[1:]]
        return written


def _operations() -> list[tuple[str, str]]:
    """The names and texts of the operations that ship with the product."""
    files = sorted(_OPERATIONS.glob("*.graphql"))
    return [(file.stem, file.read_text(encoding="utf-8")) for file in files if file.stem != _SAMPLE]
