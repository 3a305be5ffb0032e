"""Groups: the rows of a fragment in groups by the values of dimensions, with measures over each group.

All groups are computed before everything else, in one list of maps: there, aggregates are allowed, and a page and the
total number share them. The text is the same for all values of `groupBy`: a dimension that it does not name is null.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from graphql import GraphQLNamedType, GraphQLObjectType

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound
from graph_api.compiler.connections import Related, connection, filters
from graph_api.compiler.objects import Context, Selected, compile_source, entered
from graph_api.compiler.relations import parameters_of, scope_of_rows
from graph_api.compiler.scope import Use, quoted
from graph_api.compiler.sources import Count, Grouped, Sum
from graph_api.compiler.values import expression

# Sorts after every value, so that groups without a value are last.
_NULL = "~"


@compile_source.register
def grouped(source: Grouped, selected: Selected, context: Context) -> shapes.Shape:
    """The groups as a connection."""
    compilation, model = context.compilation, context.model
    call = compilation.call(source.rows.fragment, selected.field, selected.nodes[0])
    if compilation.is_refused(call):
        return shapes.Refused(call.number)
    outer = context.at(compilation.rooted(call, source.rows.day))
    item = model.schema.type_map[source.item]
    rows = compilation.names.use(
        model.fragment(source.rows.fragment), {}, parameters_of(source.rows, selected, outer, call)
    )
    scope = replace(outer.scope, variables=rows.columns)
    row = outer.at(entered(model, item, scope) if isinstance(item, GraphQLObjectType) else scope)
    predicates = list(filters(row, call, call.arguments(compilation.variables)))
    by = compilation.parameter(call, "group_by", _dimensions)
    grouping = _grouping(source, row, item, rows, predicates, by)
    variable = compilation.before(call, grouping.text)
    use = compilation.names.use(model.fragment(source.groups.fragment), {"groups": variable}, {})
    related = Related(source.groups, selected, call, use, grouped=source.rows.fragment)
    [group] = use.fragment.columns
    compilation.measures[use.columns[group.name]] = lambda measure: f"{use.columns[group.name]}.{grouping.add(measure)}"
    return connection(related, outer.at(scope_of_rows(related, outer)))


@dataclass
class _Grouping:
    """The text of the groups: the clauses that find the rows, the values of the dimensions, and the measures so far, each
    with the value that it reads of a row and its aggregate."""

    row: Context
    item: GraphQLNamedType
    number: int
    rows: str
    dimensions: Mapping[str, str]
    by: str
    measures: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, measure: Count | Sum) -> str:
        """The name of the measure in the map of a group."""
        inner = "true" if measure.of is None else expression(self.row, self.item, measure.of)
        read, aggregate = (f"CASE WHEN {inner} THEN 1 END", "count") if isinstance(measure, Count) else (inner, "sum")
        known = (name for name, (known, used) in self.measures.items() if (known, used) == (read, aggregate))
        name = next(known, f"measure_{self.number}_{len(self.measures) + 1}")
        self.measures[name] = (read, aggregate)
        return name

    def text(self) -> str:
        """The list of all groups, as maps."""
        key, name, sort = f"key_{self.number}", f"name_{self.number}", f"sort_{self.number}"
        values = ", ".join(
            f"{dimension}: CASE WHEN {quoted(dimension)} IN {self.by} THEN {value} END"
            for dimension, value in self.dimensions.items()
        )
        read = "".join(f", {read} AS {measure}" for measure, (read, _) in self.measures.items())
        totals = "".join(f", {used}({measure}) AS {measure}" for measure, (_, used) in self.measures.items())
        shown = "".join(f", {measure}: {measure}" for measure in self.measures)
        part = f"coalesce(toString({key}[{name}]), '{_NULL}')"
        return (
            f"COLLECT {{ {self.rows} WITH {{{values}}} AS {key}{read} WITH {key}, count(*) AS rows_{self.number}{totals} "
            f"RETURN {key} {{.*, sort: reduce({sort} = '', {name} IN {self.by} | {sort} + {part} + ' '){shown}}} }}"
        )


def _grouping(  # noqa: PLR0913 - the rows and all that groups are made of
    source: Grouped, row: Context, item: GraphQLNamedType, rows: Use, predicates: list[str], by: str
) -> _Grouping:
    names = row.compilation.names
    names.count += 1
    number = names.count
    own = {name: f"{name}_{number}" for name in source.variables}
    more = [f"{expression(row, item, value)} AS {own[name]}" for name, value in source.variables.items()]
    clauses = f"{rows.rows(predicates)} WITH {', '.join([rows.carried, *more])}"
    inner = row.at(replace(row.scope, variables={**row.scope.variables, **own}))
    dimensions = {name: expression(inner, item, value) for name, value in source.dimensions.items()}
    return _Grouping(inner, item, number, clauses, dimensions, by)


def _dimensions(arguments: Arguments, _: Bound) -> list[str]:
    """The names of the dimensions, each once."""
    return list(dict.fromkeys(arguments.get("groupBy") or ()))
