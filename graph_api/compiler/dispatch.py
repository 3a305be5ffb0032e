"""Dispatch: a field is compiled by the kind of its source. Modules register the kinds that they compile."""

from __future__ import annotations

from functools import singledispatch
from typing import Any, TypeAlias

from graph_api.compiler.operation import Compilation, Selected
from graph_api.compiler.scope import Columns, Scope
from graph_api.compiler.shapes import Shape

# The shape of a field, and the number of its call if it has one.
Compiled: TypeAlias = tuple[Shape, int | None]


@singledispatch
def compile_source(
    source: Any, _compilation: Compilation, selected: Selected, _scope: Scope, _columns: Columns
) -> Compiled:
    """The shape of a field with this source, which reads columns of the current row."""
    message = f"{selected.types[0].name}.{selected.name}: no module compiles {source!r}"
    raise LookupError(message)
