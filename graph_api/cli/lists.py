"""The list of an operation: where it is in the response, its columns, and how it is read to its end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from graphql import (
    ArgumentNode,
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLSchema,
    GraphQLSyntaxError,
    InlineFragmentNode,
    NamedTypeNode,
    NameNode,
    NullValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    ValueNode,
    VariableNode,
    Visitor,
    get_named_type,
    get_nullable_type,
    is_list_type,
    parse,
    print_ast,
    separate_operations,
    validate,
    visit,
)

from graph_api.errors import SetupError
from graph_api.schema import graphql_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph_api.cli.formats import Path
    from graph_api.cli.operations import Ask

# The response key and the variable that are added to read pages. Clients rarely start a name with an underscore.
_PAGE = "_page"
_AFTER = "_after"
_PAGE_FIELDS = f"{{ {_PAGE}: pageInfo {{ hasNextPage endCursor }} }}"
_AFTER_VARIABLE = f"query (${_AFTER}: String) {{ __typename }}"


class _Found(NamedTuple):
    """A list in a selection: the response keys that lead to it, its field, and the field of its items if it is a
    connection."""

    path: Path
    field: FieldNode
    items: FieldNode | None


@dataclass(frozen=True)
class OperationList:
    """The list that an operation selects, as rows.

    `path` leads from the data to the list; empty if the operation selects no list: then the data is the only row. If
    the list has pages, `connection` leads to it, and `document` takes the cursor of the next page in `variable`.
    """

    document: str
    path: Path
    columns: tuple[Path, ...]
    connection: Path | None = None
    variable: str = _AFTER

    async def read(self, ask: Ask, variables: Mapping[str, Any]) -> dict[str, Any]:
        """The data of the operation with all pages of the list."""
        data = await ask(self.document, variables)
        if self.connection is None:
            return data
        whole = _at(data, self.connection)
        page = whole and whole.pop(_PAGE)
        while page and page["hasNextPage"]:
            answer = await ask(self.document, {**variables, self.variable: page["endCursor"]})
            more = _at(answer, self.connection)
            if more is None:
                break
            page = more.pop(_PAGE)
            for key, value in more.items():
                whole[key] = whole[key] + value if isinstance(value, list) else value
        return data

    def rows(self, data: dict[str, Any]) -> list[dict[str, Any]]:
        """The items of the list; without a list, the data itself."""
        if not self.path:
            return [data]
        return [row for row in _at(data, self.path) or [] if row is not None]


def list_of(document: str, operation_name: str | None) -> OperationList | None:
    """The list of the operation: its only connection, or its only other list. None if the document or the name of the
    operation is invalid: running it says why.

    Lists within the items of a list don't count. Raises `SetupError` if there are several.
    """
    try:
        parsed, schema = parse(document), graphql_schema()
    except GraphQLSyntaxError:
        return None
    operations = {} if validate(schema, parsed) else separate_operations(parsed)
    name = next(iter(operations)) if operation_name is None and len(operations) == 1 else operation_name or ""
    separated = operations.get(name)
    return None if separated is None else _list_of(separated)


def own_list(query: str) -> OperationList:
    """The list of a query of the product's own."""
    listed = list_of(query, None)
    assert listed is not None
    return listed


def _list_of(document: DocumentNode) -> OperationList:
    [operation] = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    schema = graphql_schema()
    selection = _Selection(schema, document)
    lists = list(selection.lists(operation.selection_set, schema.query_type, ()))
    lists = [each for each in lists if each.items] or lists
    if len(lists) > 1:
        names = ", ".join(".".join(each.path) for each in lists)
        raise SetupError(f"The operation selects several lists ({names}). Select only one of them.")
    if not lists:
        return OperationList(print_ast(document), (), selection.columns(operation.selection_set))
    [(path, field, items)] = lists
    if items is None:
        return OperationList(print_ast(document), path, selection.columns(field.selection_set))
    columns, rows = selection.columns(items.selection_set), (*path, _key(items))
    arguments = {argument.name.value: argument.value for argument in field.arguments or ()}
    if arguments.keys() & {"last", "before"}:
        return OperationList(print_ast(document), rows, columns)
    after = arguments.get("after")
    variable = after.name.value if isinstance(after, VariableNode) else _AFTER
    return OperationList(print_ast(visit(document, _Pages(field, after))), rows, columns, path, variable)


class _Pages(Visitor):
    """Makes an operation take a cursor for a connection, and return the next one."""

    def __init__(self, connection: FieldNode, after: ValueNode | None) -> None:
        super().__init__()
        self._connection = connection
        self._after = after
        self._adds_variable = not isinstance(after, VariableNode)

    def enter_operation_definition(self, node: OperationDefinitionNode, *_: Any) -> OperationDefinitionNode | None:
        """Adds the variable. Without a cursor from the client, the list starts where the document says."""
        if not self._adds_variable:
            return None
        [defined] = _parsed(_AFTER_VARIABLE).variable_definitions or ()
        assert self._after is None or isinstance(self._after, StringValueNode | NullValueNode)
        defined = replace(defined, default_value=self._after)
        return replace(node, variable_definitions=(*(node.variable_definitions or ()), defined))

    def enter_field(self, node: FieldNode, *_: Any) -> FieldNode | None:
        """Adds the argument and the cursor of the next page."""
        if node is not self._connection:
            return None
        assert node.selection_set is not None
        selections = (*node.selection_set.selections, *_parsed(_PAGE_FIELDS).selection_set.selections)
        changed = replace(node, selection_set=replace(node.selection_set, selections=selections))
        if not self._adds_variable:
            return changed
        others = [each for each in node.arguments or () if each.name.value != "after"]
        after = ArgumentNode(name=NameNode(value="after"), value=VariableNode(name=NameNode(value=_AFTER)))
        return replace(changed, arguments=(*others, after))


def _parsed(text: str) -> OperationDefinitionNode:
    [operation] = parse(text).definitions
    assert isinstance(operation, OperationDefinitionNode)
    return operation


class _Selection:
    """Walks the selections of a valid document, with its fragments."""

    def __init__(self, schema: GraphQLSchema, document: DocumentNode) -> None:
        self._schema = schema
        self._fragments = {
            each.name.value: each for each in document.definitions if isinstance(each, FragmentDefinitionNode)
        }

    def lists(self, selections: SelectionSetNode, parent: Any, path: Path) -> Iterator[_Found]:
        """The lists that single objects lead to."""
        for field, type_ in self._fields(selections, parent):
            if field.selection_set is None or field.name.value.startswith("__"):
                continue
            here, declared = (*path, _key(field)), type_.fields[field.name.value].type
            named = get_named_type(declared)
            if is_list_type(get_nullable_type(declared)):
                yield _Found(here, field, None)
            elif "pageInfo" in named.fields:
                if items := self._items(field.selection_set):
                    yield _Found(here, field, items)
            else:
                yield from self.lists(field.selection_set, named, here)

    def columns(self, selections: SelectionSetNode | None) -> tuple[Path, ...]:
        """The paths of all values without fields of their own, each once, in the order of the selection."""
        return tuple(dict.fromkeys(self._leaves(selections, ())))

    def _items(self, selections: SelectionSetNode) -> FieldNode | None:
        """The field of a connection's items: `nodes`, otherwise `edges`; None if neither is selected."""
        selected = {field.name.value: field for field, _ in self._fields(selections, None)}
        return selected.get("nodes") or selected.get("edges")

    def _leaves(self, selections: SelectionSetNode | None, path: Path) -> Iterator[Path]:
        for field, _ in self._fields(selections, None) if selections else ():
            here = (*path, _key(field))
            if field.selection_set is None:
                yield here
            else:
                yield from self._leaves(field.selection_set, here)

    def _fields(self, selections: SelectionSetNode, parent: Any) -> Iterator[tuple[FieldNode, Any]]:
        for node in selections.selections:
            if isinstance(node, FieldNode):
                yield node, parent
            elif isinstance(node, InlineFragmentNode):
                yield from self._fields(node.selection_set, self._type(node.type_condition) or parent)
            elif isinstance(node, FragmentSpreadNode):
                fragment = self._fragments[node.name.value]
                yield from self._fields(fragment.selection_set, self._type(fragment.type_condition))

    def _type(self, condition: NamedTypeNode | None) -> Any:
        return self._schema.get_type(condition.name.value) if condition else None


def _key(field: FieldNode) -> str:
    return field.alias.value if field.alias else field.name.value


def _at(data: Any, path: Path) -> Any:
    for key in path:
        data = data and data.get(key)
    return data
