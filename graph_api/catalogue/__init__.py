"""The catalogue of `cypher/`: every pattern and business question, read and checked once at start-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from graph_api.catalogue.expansion import resolve
from graph_api.catalogue.fragment import (
    CatalogueError,
    Column,
    Fragment,
    Mode,
    OrderTerm,
    substitute,
    variables_of,
)
from graph_api.catalogue.parser import FragmentFile, parse_file
from graph_api.folders import folder_of

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Column",
    "Fragment",
    "Mode",
    "OrderTerm",
    "cypher_folder",
    "load_catalogue",
    "substitute",
    "variables_of",
]


def cypher_folder() -> Path:
    """The folder of the `.cypher` files."""
    return folder_of("cypher")


class Catalogue(Mapping[str, Fragment]):
    """The fragments by name (`time.holds`)."""

    def __init__(self, fragments: Mapping[str, Fragment]) -> None:
        self._fragments = dict(fragments)

    def __getitem__(self, name: str) -> Fragment:
        return self._fragments[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._fragments)

    def __len__(self) -> int:
        return len(self._fragments)

    def folder(self, noun: str) -> list[Fragment]:
        """The fragments of one folder, by name."""
        return [self[name] for name in sorted(self) if name.startswith(f"{noun}.")]


def load_catalogue(folder: Path | None = None) -> Catalogue:
    """The catalogue of the folder (default: the product's own, which is read only once).

    Reads every `.cypher` file below it, except migrations. Raises `CatalogueError` with file and line.
    """
    return _read(folder) if folder else _own()


@cache
def _own() -> Catalogue:
    return _read(cypher_folder())


def _read(root: Path) -> Catalogue:
    files: dict[str, FragmentFile] = {}
    for path in sorted(root.glob("**/*.cypher")):
        if path.parent.name == "migrations":
            continue
        file = parse_file(path.relative_to(root.parent), path.read_text(encoding="utf-8"))
        other = files.setdefault(file.name, file)
        if other is not file:
            raise CatalogueError(file.path, file.line("name"), f"{file.name} is already the name of {other.path}")
    return Catalogue(resolve(files))
