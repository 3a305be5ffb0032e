"""What stands at the root of the repository agrees with the rest of it."""

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from graph_api import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_changelog_has_the_version_and_what_is_to_come():
    versions = re.findall(r"^## \[(.+?)\]", text_of("CHANGELOG.md"), re.MULTILINE)
    assert versions[:2] == ["Unreleased", __version__]


def test_the_changelog_has_the_sections_of_its_format():
    sections = set(re.findall(r"^### (.+)$", text_of("CHANGELOG.md"), re.MULTILINE))
    assert sections <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_pre_commit_runs_what_make_lint_runs():
    [recipe] = re.findall(r"^lint:.*\n((?:\t.+\n)+)", text_of("Makefile"), re.MULTILINE)
    commands = [line.strip().replace("$(BIN)", ".venv/bin") for line in recipe.splitlines()]
    assert re.findall(r"^ +entry: (.+)$", text_of(".pre-commit-config.yaml"), re.MULTILINE) == commands


def test_pre_commit_fetches_nothing():
    hooks = text_of(".pre-commit-config.yaml")
    assert set(re.findall(r"repo: (\S+)", hooks)) == {"local"}
    assert set(re.findall(r"language: (\S+)", hooks)) == {"system"}


def test_editors_break_lines_where_the_formatter_does():
    assert f"max_line_length = {PROJECT['tool']['ruff']['line-length']}\n" in text_of(".editorconfig")


def test_the_licences_are_shipped():
    patterns = PROJECT["project"]["license-files"]
    found = {path.name for pattern in patterns for path in ROOT.glob(pattern)}
    assert found >= {
        "LICENSE",
        "graphiql.LICENSE",
        "react.LICENSE",
        "react-dom.LICENSE",
        "graphiql.THIRD-PARTY-LICENSES",
    }
    assert PROJECT["project"]["license"] == "Apache-2.0"
    assert text_of("LICENSE").split()[:2] == ["Apache", "License"]


def test_the_driver_is_capped_while_its_private_codec_is_used():
    """Another major version may change what is private. Without this import the caps can go."""
    assert "from neo4j._codec" in text_of("graph_api/database/bolt/messages.py")
    required = dict(re.findall(r"^([\w-]+)(.*)$", "\n".join(PROJECT["project"]["dependencies"]), re.MULTILINE))
    for package in ("neo4j", "neo4j-rust-ext"):
        assert required[package].endswith(f",<{int(version(package).split('.')[0]) + 1}"), package


def test_garbage_is_controlled_in_one_place():
    modules = (ROOT / "graph_api").glob("**/*.py")
    using = [path.stem for path in modules if re.search(r"^import gc$", path.read_text(encoding="utf-8"), re.MULTILINE)]
    assert using == ["garbage"]


def test_the_wheel_installs_one_package():
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["packages"] == ["graph_api"]
    assert all(target.startswith("graph_api/") for target in wheel["force-include"].values())


def test_the_wheel_has_every_folder_that_the_package_looks_for():
    """A checkout has them next to the package."""
    modules = [path.read_text(encoding="utf-8") for path in (ROOT / "graph_api").glob("**/*.py")]
    folders = {name for text in modules for name in re.findall(r'folder_of\("(.+?)"\)', text)}
    included = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    assert folders == {"cypher", "cypher/migrations", "seed/donggang"}
    for name in folders:
        assert (ROOT / name).is_dir()
        assert any(name == source or name.startswith(f"{source}/") for source in included)
        assert all(target == f"graph_api/{source}" for source, target in included.items())
