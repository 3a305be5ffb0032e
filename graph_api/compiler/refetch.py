"""Refetching: objects by their global IDs, each type by its own index, each ID as of the date that it carries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from graphql import FieldNode, GraphQLList, ListValueNode, VariableNode, get_nullable_type

from graph_api.compiler import shapes
from graph_api.compiler.calls import Arguments, Bound, Call
from graph_api.compiler.ids import Asked, GlobalId, decode_id, slots
from graph_api.compiler.objects import Context, Selected, compile_source, entered, object_of
from graph_api.compiler.pages import check_number_of_ids
from graph_api.compiler.scope import Columns
from graph_api.compiler.sources import Refetch
from graph_api.compiler.values import value_of
from graph_api.errors import ClientError, ErrorCode

# The selection is written once per date.
MOST_DAYS = 20
Check = Callable[[Arguments], Sequence[Asked | ClientError]]


@compile_source.register
def refetch(source: Refetch, selected: Selected, context: Context) -> shapes.Shape:
    """Objects by their global IDs: one column per type, so that each uses its own index, and per date."""
    compilation, field = context.compilation, selected.field
    call = compilation.call("nodes", field, selected.nodes[0])
    if compilation.is_refused(call):
        return shapes.Refused(call.number)
    many = isinstance(get_nullable_type(field.type), GraphQLList)
    own_day = "asOf" in field.args
    call.check = check = _check(source.argument, context.model.refetchable, call, own_day=own_day)
    found: dict[tuple[str, int], int] = {}
    types: dict[tuple[str, int], shapes.Shape] = {}
    for slot, name in _groups(check, call.arguments(compilation.variables)):
        inner = context.at(compilation.carried(call, slot) if slot else compilation.rooted(call))
        found[name, slot], types[name, slot] = _refetched(selected, inner, call, name, slot)
    return shapes.Refetched(call.number, found, types, many)


def _refetched(selected: Selected, context: Context, call: Call, name: str, slot: int) -> tuple[int, shapes.Shape]:
    """The column of the objects of one type on one date; each row starts with its ID."""
    compilation, model, scope = context.compilation, context.model, context.scope
    row, type_ = model.rows[name], model.object(name)
    assert row.refetch is not None
    own = f"{name.lower()}_ids_{slot}" if slot else f"{name.lower()}_ids"
    ids = compilation.parameter(call, own, _local_ids(call.number, name, slot))
    compilation.names.count += 1
    wanted = f"id_{compilation.names.count}"
    staged = {parameter: compilation.staged(scope, call, parameter, source) for parameter, source in row.staged.items()}
    parameters = {"as_of": scope.as_of, "id": wanted, **staged}
    use = compilation.names.use(model.fragment(row.refetch), {}, parameters)
    inner = replace(scope, variables=use.columns)
    if row.main not in inner.variables:
        inner = inner.also(use.fragment.columns[0].name, [row.main])
    tests = [f"{inner.variables[row.main]}:{row.of}"] if row.of else []
    if row.exists:
        tests.append(value_of(context.at(entered(model, type_, inner)), model.fragment(row.exists)))
    gathered = context.into(Columns(), inner)
    shape = object_of(gathered, type_, selected.nodes)
    # In its own subquery the fragment can use WITH without losing the ID.
    found = f"head(COLLECT {{ {use.rows(tests)} RETURN {gathered.columns.listed()} }})"
    text = f"COLLECT {{ UNWIND {ids} AS {wanted} RETURN [{wanted}, {found}] }}"
    return context.columns.add(text), shape


def _groups(check: Check, arguments: Arguments) -> list[tuple[int, str]]:
    """The dates and types of the IDs; empty if the arguments are invalid, which is reported when they are bound."""
    try:
        asked = check(arguments)
    except (ClientError, KeyError):
        return []
    return sorted({(found.slot, found.id.type) for found in asked if isinstance(found, Asked)})


def _local_ids(number: int, type_name: str, slot: int) -> Callable[[Arguments, Bound], list[str]]:
    def value(_: Arguments, bound: Bound) -> list[str]:
        asked = (found for found in bound.ids[number] if isinstance(found, Asked))
        return sorted({found.id.local for found in asked if found.id.type == type_name and found.slot == slot})

    return value


def _check(argument: str, known: frozenset[str], call: Call, *, own_day: bool) -> Check:
    """The function that decodes the IDs of the call. If the field has a date of its own, the IDs' dates are ignored."""
    apart = _holds_variables(call.node, argument)

    def check(arguments: Arguments) -> list[Asked | ClientError]:
        given = arguments[argument]
        values = given if isinstance(given, list) else [given]
        check_number_of_ids(argument, values)
        found = [_decoded(value) for value in values]
        days = ["" if own_day or isinstance(each, ClientError) else each.day for each in found]
        numbers = slots(days, apart=apart)
        if max(numbers, default=0) > MOST_DAYS:
            message = f"`{argument}` has IDs that carry more than {MOST_DAYS} different dates. Pass fewer IDs at once."
            raise ClientError(ErrorCode.BAD_PAGE, message)
        return [_known(each, slot, known) for each, slot in zip(found, numbers, strict=True)]

    return check


def _holds_variables(node: FieldNode, argument: str) -> bool:
    """Whether the document writes the IDs as a list with variables: then it is unknown which of their dates are
    equal."""
    given = next((each.value for each in node.arguments or () if each.name.value == argument), None)
    return isinstance(given, ListValueNode) and any(isinstance(item, VariableNode) for item in given.values)


def _decoded(value: str) -> GlobalId | ClientError:
    try:
        return decode_id(value)
    except ClientError as error:
        return error


def _known(found: GlobalId | ClientError, slot: int, known: frozenset[str]) -> Asked | ClientError:
    if isinstance(found, ClientError):
        return found
    if found.type not in known:
        return ClientError(ErrorCode.BAD_ID, "The global ID has an unknown type. Pass an `id` from an earlier result.")
    return Asked(found, slot)
