"""What is planned after a start: in which order, how far, and what is remembered for the next."""

import asyncio
import json
from contextlib import nullcontext
from datetime import date
from types import SimpleNamespace

import pytest

from graph_api.database.planning import Form
from graph_api.errors import ClientError, ErrorCode
from graph_api.execution import warming
from graph_api.execution.requests import Answer
from graph_api.execution.warming import SampleVariables, Warming

DAY = date(2026, 6, 30)
SAMPLE = {
    "cities": {"nodes": [{"code": "210681"}]},
    "compounds": {"nodes": []},
    "communities": {"nodes": [{"id": "community"}]},
    "departments": {"nodes": [{"id": "department", "code": "210681D001"}]},
    "leaders": {"nodes": [{"code": "210681L001"}]},
    "crossAppointments": {"pageInfo": {"endCursor": "cursor"}},
}
FORMS = [Form("RETURN $a", {"a": "str"}), Form("RETURN 2", {})]


class Asked:
    """An engine that answers everything by the sample, once it has failed as often as it is told."""

    def __init__(self, failures=0, code=ErrorCode.UNAVAILABLE):
        self.requests = []
        self._failures, self._code = failures, code

    async def __call__(self, request):
        self.requests.append(request)
        if not self._failures:
            return Answer(json.dumps({"data": SAMPLE}).encode(), [], has_data=True)
        self._failures -= 1
        error = {"message": "Not now.", "extensions": {"code": self._code.value}}
        return Answer(json.dumps({"data": None, "errors": [error]}).encode(), [error], has_data=True)


class Planning:
    """Plans everything but what is faulty; what is used most is given."""

    def __init__(self, used=(), faulty=()):
        self.planned, self._used, self._faulty = [], list(used), faulty

    def is_planned(self, statement, parameters):
        return (statement, parameters) in self.planned

    async def ensure(self, statement, parameters, seconds):  # noqa: ARG002
        if statement in self._faulty:
            raise ValueError(statement)
        self.planned.append((statement, parameters))

    def side_by_side(self):
        return nullcontext()

    def most_used(self, number):
        return self._used[:number]


def warmed(tmp_path, ask=None, planning=None, rules=()):
    async def run(name):
        done.append(name)

    done = []
    finders = SimpleNamespace(statements=lambda _: [(name, lambda name=name: run(name)) for name in rules])
    database = SimpleNamespace(planning=planning or Planning())
    return Warming(ask or Asked(), finders, database, tmp_path / "asked.json"), done


@pytest.fixture
def no_waiting(monkeypatch):
    async def sleep(_):
        return None

    monkeypatch.setattr(warming.asyncio, "sleep", sleep)


async def test_operations_come_before_rules_and_these_before_what_was_asked_before(tmp_path):
    ask, planning = Asked(), Planning(FORMS)
    first, _ = warmed(tmp_path, planning=planning)
    first.remember()
    again, rules = warmed(tmp_path, ask, planning, rules=["rule A", "rule B"])
    told = []
    await again.run(DAY, lambda done, total: told.append((done, total)))
    operations = [request.variables for request in ask.requests]
    assert operations[:2] == [{}, {"city": "210681"}]
    assert {"within": "210681", "after": "cursor"} in operations
    assert {"one": "community", "ids": ["community", "department"]} in operations
    assert {"code": "0" * 15} in operations
    assert rules == ["rule A", "rule B"]
    assert planning.planned == [("RETURN $a", {"a": ""}), ("RETURN 2", {})]
    # What was asked before is planned beside what clients ask by then: nobody waits for it.
    assert told[-1][0] == told[-1][1] == len(told) == 1 + len(warming._operations()) + 2
    assert again.progress is None


async def test_what_was_asked_before_and_is_planned_by_now_is_left_alone(tmp_path):
    planning = Planning(FORMS)
    warmed(tmp_path, planning=planning)[0].remember()
    planning.planned.append(("RETURN $a", {"a": ""}))
    await warmed(tmp_path, planning=planning)[0].run(DAY)
    assert planning.planned == [("RETURN $a", {"a": ""}), ("RETURN 2", {})]


async def test_it_says_how_far_it_is(tmp_path):
    may_go_on = asyncio.Event()

    async def ask(request):
        await may_go_on.wait()
        return await Asked()(request)

    warm, _ = warmed(tmp_path, ask)
    assert warm.progress is None
    warm.expect()
    assert warm.progress == "0/1"
    task = asyncio.create_task(warm.run(DAY))
    await asyncio.sleep(0)
    assert warm.progress == f"0/{len(warming._operations()) + 1}"
    may_go_on.set()
    await task
    assert warm.progress is None


@pytest.mark.usefixtures("no_waiting")
async def test_what_fails_for_the_moment_is_tried_again(tmp_path):
    ask = Asked(failures=5)
    warm, _ = warmed(tmp_path, ask)
    await warm.run(DAY)
    assert warm.given_up == []
    assert {"city": "210681"} in [request.variables for request in ask.requests]


@pytest.mark.usefixtures("no_waiting")
async def test_what_never_succeeds_is_given_up_and_named(tmp_path, monkeypatch):
    monkeypatch.setattr(warming, "_STEP_SECONDS", 0)
    warm, rules = warmed(tmp_path, Asked(failures=1000), rules=["rule A"])
    await warm.run(DAY)
    assert "coverage-gaps" in warm.given_up
    assert rules == ["rule A"]
    assert warm.progress is None


async def test_an_empty_graph_is_asked_about_what_nothing_has(tmp_path):
    class Empty(Asked):
        async def __call__(self, request):
            self.requests.append(request)
            return Answer(json.dumps({"data": {"cities": {"nodes": []}}}).encode(), [], has_data=True)

    ask = Empty()
    warm, _ = warmed(tmp_path, ask)
    await warm.run(DAY)
    assert {"city": "000000"} in [request.variables for request in ask.requests]
    assert warm.given_up == []


async def test_a_faulty_statement_of_the_last_run_keeps_nothing_up(tmp_path):
    planning = Planning(FORMS, faulty=["RETURN $a"])
    warmed(tmp_path, planning=planning)[0].remember()
    warm, _ = warmed(tmp_path, planning=planning)
    await warm.run(DAY)
    assert planning.planned == [("RETURN 2", {})]
    assert warm.given_up == ["a statement of the last run"]


async def test_what_is_remembered_is_bounded_holds_no_values_and_is_the_owners_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(warming, "_MOST_CHARACTERS", 10)
    warm, _ = warmed(tmp_path, planning=Planning(FORMS))
    warm.remember()
    file = tmp_path / "asked.json"
    assert json.loads(file.read_text())["forms"] == [{"statement": "RETURN $a", "types": {"a": "str"}}]
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("kept", ["", "[]", '{"version": "0", "forms": []}', '{"version": 1}', "no json"])
async def test_what_another_version_or_nobody_wrote_is_left_alone(tmp_path, kept):
    (tmp_path / "asked.json").write_text(kept)
    warm, _ = warmed(tmp_path)
    assert warm._recalled() == []


async def test_nothing_asked_is_nothing_remembered(tmp_path):
    warmed(tmp_path)[0].remember()
    assert not (tmp_path / "asked.json").exists()


async def test_a_client_error_that_lasts_is_given_up_at_once(tmp_path):
    async def refuse():
        raise ClientError(ErrorCode.TOO_COMPLEX, "Too much.")

    warm, _ = warmed(tmp_path)
    warm._finders = SimpleNamespace(statements=lambda _: [("rule A", refuse)])
    await warm.run(DAY)
    assert warm.given_up == ["rule A"]


def test_variables_are_filled_at_any_depth():
    assert SampleVariables().filled({"a": ["$city", 1], "b": {"c": "$leader"}, "d": "text"}) == {
        "a": ["000000", 1],
        "b": {"c": "000000L000"},
        "d": "text",
    }
