"""The cache of jars: complete it is left alone, damaged it mends itself, and what can't be mended is one sentence."""

import errno
import hashlib
import os
import shutil
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from graph_api.database.embedded import artifacts, ensure_artifacts
from graph_api.errors import SetupError

CONTENTS = {"core": b"the core", "bolt": b"the connector"}


def listed_as(contents):
    return tuple(
        artifacts.Artifact("org.example", name, "1.0", "", len(content), hashlib.sha256(content).hexdigest())
        for name, content in contents.items()
    )


class Repository:
    """Stands for Maven Central: the contents by name, and which were asked for. A content may be an error to raise."""

    def __init__(self, contents):
        self.contents = dict(contents)
        self.asked = []

    def opened(self, folder):
        self.folder = folder
        return self

    def project(self, _, name):
        return SimpleNamespace(at_version=lambda _: SimpleNamespace(artifact=lambda _: self.source(name)))

    def source(self, name):
        path = self.folder / f"{name}.jar"

        def resolve():
            self.asked.append(name)
            content = self.contents[name]
            if isinstance(content, Exception):
                path.write_bytes(b"half")
                raise content
            path.write_bytes(content)
            return path

        return SimpleNamespace(resolve=resolve, cached_path=path)


@pytest.fixture
def repository(monkeypatch):
    repository = Repository(CONTENTS)
    monkeypatch.setattr(artifacts, "listed", lambda: listed_as(CONTENTS))
    monkeypatch.setattr(artifacts, "_maven", repository.opened)
    return repository


def jar(cache, name):
    return cache / "jars" / f"org.example.{name}-1.0.jar"


def contents(cache):
    return {name: jar(cache, name).read_bytes() for name in CONTENTS}


def test_an_empty_cache_is_filled_and_nothing_else_is_left(tmp_path, repository):
    ensure_artifacts(tmp_path)
    assert contents(tmp_path) == CONTENTS
    assert list(tmp_path.glob("incoming-*")) == []


def test_a_complete_cache_is_neither_fetched_nor_hashed_again(tmp_path, repository, monkeypatch):
    ensure_artifacts(tmp_path)
    repository.asked.clear()
    monkeypatch.setattr(artifacts, "sha256_of", pytest.fail)
    ensure_artifacts(tmp_path)
    assert repository.asked == []


@pytest.mark.parametrize(
    "damage",
    [Path.unlink, lambda path: path.write_bytes(b"the"), lambda path: path.write_bytes(b"The core")],
    ids=["missing", "half", "changed"],
)
def test_a_damaged_jar_is_fetched_again_and_only_that(tmp_path, repository, damage):
    ensure_artifacts(tmp_path)
    repository.asked.clear()
    damage(jar(tmp_path, "core"))
    ensure_artifacts(tmp_path)
    assert (contents(tmp_path), repository.asked) == (CONTENTS, ["core"])


def test_a_change_behind_an_old_time_stamp_is_found_once_the_cache_is_distrusted(tmp_path, repository):
    ensure_artifacts(tmp_path)
    core = jar(tmp_path, "core")
    before = core.stat()
    core.write_bytes(b"The core")
    os.utime(core, ns=(before.st_atime_ns, before.st_mtime_ns))
    artifacts.distrust(tmp_path)
    ensure_artifacts(tmp_path)
    assert contents(tmp_path) == CONTENTS


def test_what_an_interrupted_fetch_left_is_swept_away(tmp_path, repository):
    (tmp_path / "incoming-old").mkdir()
    ensure_artifacts(tmp_path)
    assert list(tmp_path.glob("incoming-*")) == []


def test_a_fetch_that_breaks_off_leaves_no_half_jar_and_goes_on_where_it_stopped(tmp_path, repository):
    repository.contents["core"] = ConnectionResetError(errno.ECONNRESET, "reset")
    with pytest.raises(SetupError):
        ensure_artifacts(tmp_path)
    assert not jar(tmp_path, "core").exists()
    repository.contents["core"] = CONTENTS["core"]
    ensure_artifacts(tmp_path)
    assert contents(tmp_path) == CONTENTS
    assert repository.asked.count("bolt") == 1


def test_a_jar_with_another_hash_is_refused(tmp_path, repository):
    repository.contents["core"] = b"something else"
    with pytest.raises(SetupError, match="hash"):
        ensure_artifacts(tmp_path)
    assert not jar(tmp_path, "core").exists()


def test_an_answer_that_is_no_jar_is_tried_again_and_then_told(tmp_path, repository):
    repository.contents["core"] = RuntimeError("not found in remote repositories")
    with pytest.raises(SetupError, match="connect to the network"):
        ensure_artifacts(tmp_path)
    assert repository.asked.count("core") == 3


def test_no_network_is_told(tmp_path, monkeypatch):
    """With the real client; nothing listens on the proxy's port."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("NO_PROXY", "")
    with pytest.raises(SetupError, match="connect to the network"):
        ensure_artifacts(tmp_path)


def test_too_little_space_is_told_before_anything_is_fetched(tmp_path, repository, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10_000_000))
    with pytest.raises(SetupError, match=r"too full: 51 MB more"):
        ensure_artifacts(tmp_path)
    assert repository.asked == []


def test_a_disk_that_fills_up_is_told(tmp_path, repository):
    repository.contents["core"] = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(SetupError, match=r"disk of .* is full"):
        ensure_artifacts(tmp_path)


def test_a_cache_folder_that_cannot_be_made_is_told(tmp_path, repository):
    (tmp_path / "file").touch()
    with pytest.raises(SetupError, match=r"file/cache can't be used \(Not a directory\)"):
        ensure_artifacts(tmp_path / "file" / "cache")


@pytest.mark.parametrize("package", ["filelock", "jgo.maven"])
def test_an_extra_that_is_not_installed_is_told(tmp_path, monkeypatch, package):
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(SetupError, match=r"pip install 'graph-api\[embedded\]'"):
        ensure_artifacts(tmp_path)


def test_the_list_is_sorted_complete_and_reads_back():
    text = Path(artifacts.__file__).with_name("artifacts.txt").read_text()
    listed = artifacts.parse(text)
    assert artifacts.render(listed) == text
    assert len({artifact.filename for artifact in listed}) == len(listed)
    assert {len(artifact.sha256) for artifact in listed} == {64}
    assert "://" not in text


def test_a_coordinate_may_have_a_classifier():
    (artifact,) = artifacts.parse("io.netty:epoll:4.1:linux-x86_64 7 abc\n")
    assert (artifact.classifier, artifact.filename) == ("linux-x86_64", "io.netty.epoll-4.1-linux-x86_64.jar")
