"""Arguments of the wrong kind, at every place of the schema that takes one: refused in their own field, never a fault."""

import re
from datetime import date
from itertools import islice

import pytest
from graphql import (
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    OperationDefinitionNode,
    get_named_type,
    is_composite_type,
    is_enum_type,
    parse,
    validate,
)

from graph_api.caches import Budget
from graph_api.catalogue import load_catalogue
from graph_api.compiler.calls import Bound
from graph_api.compiler.statement import compile_operation
from graph_api.errors import ErrorCode
from graph_api.execution.documents import Documents, RequestError
from graph_api.execution.messages import plain
from graph_api.execution.variables import Variables
from graph_api.schema import build_model, graphql_schema
from graph_api.settings import Settings

SCHEMA, MODEL = graphql_schema(), build_model(load_catalogue())
DOCUMENTS = Documents(SCHEMA, Settings(), Budget(1_000_000))
VALUES = {
    "String": '"210681"',
    "ID": '"Q2l0eToyMTA2ODE="',
    "Int": "1",
    "Boolean": "true",
    "Date": '"2026-06-30"',
}
CODES = {
    "subdistrict": "210681001",
    "community": "210681001001",
    "compound": "210681001001001",
    "department": "210681D001",
    "leader": "210681L001",
    "issue": "210681001003-2026-003",
}


def literal(type_):
    """A value of the type, as a document says it; of an input object as little as it takes."""
    if isinstance(type_, GraphQLNonNull):
        return literal(type_.of_type)
    if isinstance(type_, GraphQLList):
        return f"[{literal(type_.of_type)}]"
    if isinstance(type_, GraphQLInputObjectType):
        needed = {
            name: literal(field.type) for name, field in type_.fields.items() if isinstance(field.type, GraphQLNonNull)
        }
        return "{ " + ", ".join(f"{name}: {value}" for name, value in needed.items()) + " }"
    return next(iter(type_.values)) if is_enum_type(type_) else VALUES[type_.name]


def places(type_, default, wrap=str, path=""):
    """Every place of an input at which a variable can stand: its path, its type, and how it is written there."""
    yield path, type_, default, wrap
    nullable = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(nullable, GraphQLList):
        yield from places(nullable.of_type, False, lambda value: wrap(f"[{value}]"), f"{path}[]")
    elif isinstance(nullable, GraphQLInputObjectType):
        needed = {n: literal(f.type) for n, f in nullable.fields.items() if isinstance(f.type, GraphQLNonNull)}
        for name, field in nullable.fields.items():

            def within(value, name=name):
                return wrap("{ " + ", ".join(f"{n}: {v}" for n, v in (needed | {name: value}).items()) + " }")

            yield from places(field.type, field.default is not None, within, f"{path}.{name}")


def ways():
    """The shortest way to each type that has fields with arguments: what stands before and after its selection."""
    found, queue = {"Query": ("", "")}, [SCHEMA.query_type]
    for type_ in queue:
        before, after = found[type_.name]
        for name, field in type_.fields.items():
            inner = get_named_type(field.type)
            if is_composite_type(inner) and inner.name not in found:
                given = arguments(name, field)
                found[inner.name] = f"{before}{name}{given} {{ ", f" }}{after}"
                queue.append(inner)
    return found


def arguments(name, field, **instead):
    """The arguments that the field can't do without, and those that are given."""
    said = {n: literal(a.type) for n, a in field.args.items() if isinstance(a.type, GraphQLNonNull)}
    said = said | ({"code": f'"{CODES.get(name, "210681")}"'} if "code" in said else {}) | instead
    return f"({', '.join(f'{key}: {value}' for key, value in said.items())})" if said else ""


WAYS = ways()
FIELDS = {
    f"{type_name}.{name}": field
    for type_name in WAYS
    for name, field in SCHEMA.type_map[type_name].fields.items()
    if field.args
}


def positions(at, value):
    """The field with the value at each place of each of its arguments: the place, its type, and the selection."""
    type_name, _, name = at.partition(".")
    field = FIELDS[at]
    before, after = WAYS[type_name]
    selection = " { __typename }" if is_composite_type(get_named_type(field.type)) else ""
    for argument_name, argument in field.args.items():
        for path, type_, default, wrap in places(argument.type, argument.default is not None):
            asked = f"asked: {name}{arguments(name, field, **{argument_name: wrap(value)})}{selection}"
            yield f"{argument_name}{path}", type_, default, f"{{ {before}{asked}{after} rules {{ code }} }}"


def declared(type_, default):
    """The declaration of a variable that may be null: it fits where null does not if it, or the place, has a default."""
    given = "" if default or not isinstance(type_, GraphQLNonNull) else f" = {literal(type_)}"
    return f"query ($v: {str(type_).removesuffix('!')}{given})"


def bound(text, variables):
    document = parse(text)
    assert validate(SCHEMA, document) == [], text
    [operation] = [each for each in document.definitions if isinstance(each, OperationDefinitionNode)]
    values = Variables(SCHEMA, operation).values(variables)
    assert not isinstance(values, list), values

    def compiled(refused):
        [statement] = compile_operation(MODEL, operation, {}, values, refused=refused.keys()).statements
        found = statement.bind(values, Bound(date(2026, 6, 30), refused, {"feedback_days": 30}))
        statement.tasks(found)
        return statement, found

    statement, found = compiled({})
    return compiled(statement.refused(found)) if found.failures else (statement, found)


@pytest.mark.parametrize("at", FIELDS)
def test_a_null_variable_spoils_its_own_field_only(at):
    """Where null may stand it is taken, elsewhere the one call is refused; the parameters are there for all others."""
    for place, type_, default, asked in positions(at, "$v"):
        statement, found = bound(f"{declared(type_, default)} {asked}", {"v": None})
        refused = {number: error.code for number, error in found.failures.items()}
        if isinstance(type_, GraphQLNonNull):
            own = next(call.number for call in statement.calls if call.node.alias and call.node.alias.value == "asked")
            assert refused == {own: ErrorCode.BAD_USER_INPUT}, place
        else:
            assert refused == {}, place
        wanted = {
            parameter.name for call in statement.calls for parameter in call.parameters if parameter.stage is None
        }
        assert wanted <= found.values.keys(), place


@pytest.mark.parametrize("at", FIELDS)
def test_nothing_is_asked_of_the_database_for_a_refused_field(at):
    """The statement is the one that the rest of the operation becomes."""
    before, after = WAYS[at.partition(".")[0]]
    rest, _ = bound(f"{{ {before}__typename{after} rules {{ code }} }}", {})
    for place, type_, default, asked in positions(at, "$v"):
        if isinstance(type_, GraphQLNonNull):
            statement, _ = bound(f"{declared(type_, default)} {asked}", {"v": None})
            assert statement.text == rest.text, place
            assert [stage.kind for stage in statement.stages] == [stage.kind for stage in rest.stages], place


@pytest.mark.parametrize("at", FIELDS)
def test_null_in_the_document_is_taken_where_it_may_stand(at):
    for place, type_, _, asked in positions(at, "null"):
        if not isinstance(type_, GraphQLNonNull):
            assert bound(asked, {})[1].failures == {}, place


WRONG = (
    "null",
    "1.5",
    "1e999",
    "9" * 5_000,
    '"x"',
    "None",
    "True",
    "[[null]]",
    "{nam: [True]}",
    "[{nam: None}]",
    "true",
)
OF_PYTHON = re.compile(r"sys\.|encountered error|to be None|not be None|Traceback|\{'|<\w+ object")


@pytest.mark.parametrize("at", FIELDS)
def test_a_wrong_value_in_the_document_is_refused_in_its_place(at):
    refused = 0
    for turn, value in enumerate(WRONG):
        # Each place meets a third of the values: a field has many places alike.
        for place, _, _, asked in islice(positions(at, value), turn % 3, None, 3):
            try:
                DOCUMENTS.read(asked)
            except RequestError as error:
                refused += 1
                for found in error.errors:
                    message = plain(found.message)
                    assert found.locations, (place, value, message)
                    assert not OF_PYTHON.search(message), (place, value, message)
                    assert len(message) < 310, (place, value, message)
    assert refused or len(FIELDS[at].args) < 3


@pytest.mark.parametrize("directive", ["include", "skip"])
def test_a_null_condition_is_refused_in_its_place(directive):
    text = f"query ($v: Boolean = true) {{ rules @{directive}(if: $v) {{ code }} }}"
    with pytest.raises(GraphQLError) as caught:
        bound(text, {"v": None})
    assert caught.value.locations == [(1, text.rindex("$v") + 1)]
    assert "$v" in caught.value.message
