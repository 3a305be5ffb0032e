from textwrap import dedent

import pytest

from graph_api.catalogue import CatalogueError, Mode, load_catalogue
from graph_api.database.migrations import read_migrations


@pytest.fixture
def folder(tmp_path):
    """A catalogue's folder; `write` puts a file there and gives the folder back."""
    root = tmp_path / "cypher"

    def write(path, text):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return root

    return write


def refusal(root):
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(root)
    return str(caught.value)


CITY = """
    // name: places.city
    // mode: relation
    // parameters: code
    // columns: city
    //
    // The city with the code.
    MATCH (city:City {code: $code})
    RETURN city
    """
HOLDS = """
    // name: time.holds
    // mode: value
    // given: relation
    // parameters: as_of
    // columns: holds
    //
    // Whether the relation holds.
    MATCH ()-[relation]->()
    RETURN relation.since <= $as_of AND true AS holds
    """
BUSY = """
    // name: places.busy
    // mode: value
    // given: place
    // columns: busy
    //
    // Whether anything leads to the place.
    MATCH (place:Place)
    RETURN EXISTS { MATCH (place)<-[link]-(other) WHERE other.code STARTS WITH place.code } AS busy
    """


def caller(expression, *, mode="value", given="// given: place, other\n    "):
    return f"""
    // name: places.caller
    // mode: {mode}
    {given}// columns: answer
    //
    // A file that calls others.
    MATCH (place:Place)--(other:Place)
    RETURN {expression} AS answer
    """


def test_a_file_is_known_by_its_folder_and_name(folder):
    assert set(load_catalogue(folder("places/city.cypher", CITY))) == {"places.city"}


def test_a_fragment_says_what_its_header_says(folder):
    city = load_catalogue(folder("places/city.cypher", CITY))["places.city"]
    assert (city.mode, city.parameters, city.given, city.description) == (
        Mode.RELATION,
        frozenset({"code"}),
        (),
        "The city with the code.",
    )


def test_its_text_is_the_statement_as_one_would_paste_it(folder):
    city = load_catalogue(folder("places/city.cypher", CITY))["places.city"]
    assert city.text == "MATCH (city:City {code: $code})\nRETURN city"


def test_a_sentence_may_go_on_over_several_lines(folder):
    root = folder("places/city.cypher", CITY.replace("with the code.", "with\n    // name: the code."))
    assert load_catalogue(root)["places.city"].description == "The city with name: the code."


def test_migrations_are_no_part_of_it(folder):
    folder("migrations/001_first.cypher", "CREATE CONSTRAINT …")
    assert list(load_catalogue(folder("places/city.cypher", CITY))) == ["places.city"]


def test_a_folder_s_fragments_come_by_name(folder):
    folder("places/busy.cypher", BUSY)
    folder("time/holds.cypher", HOLDS)
    catalogue = load_catalogue(folder("places/city.cypher", CITY))
    assert [fragment.name for fragment in catalogue.folder("places")] == ["places.busy", "places.city"]


@pytest.mark.parametrize("key", ["name", "mode"])
def test_a_missing_entry_is_refused(folder, key):
    text = "\n".join(line for line in CITY.splitlines() if f"// {key}:" not in line)
    assert refusal(folder("places/city.cypher", text)) == f"cypher/places/city.cypher:1: the header lacks {key!r}"


def test_a_missing_sentence_is_refused(folder):
    root = folder("places/city.cypher", CITY.replace("// The city with the code.", "//"))
    assert refusal(root).startswith("cypher/places/city.cypher:1: the header lacks a description")


def test_a_name_that_is_not_folder_and_file_is_refused(folder):
    message = "cypher/places/town.cypher:1: the name is 'places.city', but folder and file make it 'places.town'"
    assert refusal(folder("places/town.cypher", CITY)) == message


def test_an_unknown_mode_is_refused(folder):
    root = folder("places/city.cypher", CITY.replace("mode: relation", "mode: rows"))
    assert (
        refusal(root) == "cypher/places/city.cypher:2: unknown mode 'rows': one of relation, value, rule, read, write"
    )


def test_an_entry_that_stands_twice_is_refused(folder):
    root = folder("places/city.cypher", CITY.replace("// columns: city", "// mode: value\n    // columns: city"))
    assert refusal(root) == "cypher/places/city.cypher:4: the header has 'mode' twice"


def test_a_name_in_two_files_is_refused(folder):
    folder("a/places/city.cypher", CITY)
    message = "cypher/b/places/city.cypher:1: places.city is already the name of cypher/a/places/city.cypher"
    assert refusal(folder("b/places/city.cypher", CITY)) == message


def test_an_undeclared_parameter_is_refused_where_it_stands(folder):
    root = folder("places/city.cypher", CITY.replace("RETURN", "WHERE city.name = $name\n    RETURN"))
    assert refusal(root) == "cypher/places/city.cypher:8: parameter $name is not declared in the header"


def test_an_unused_parameter_is_refused_where_it_is_declared(folder):
    root = folder("places/city.cypher", CITY.replace("parameters: code", "parameters: code, name"))
    assert refusal(root) == "cypher/places/city.cypher:3: parameter $name is declared but not used"


def test_a_parameter_in_a_string_counts_for_nothing(folder):
    root = folder("places/city.cypher", CITY.replace("RETURN", "WHERE city.name <> '$name'\n    RETURN"))
    assert load_catalogue(root)["places.city"].parameters == {"code"}


def test_columns_that_the_statement_does_not_return_are_refused(folder):
    root = folder("places/city.cypher", CITY.replace("columns: city", "columns: town"))
    message = "cypher/places/city.cypher:4: the header's columns are (town), the statement returns (city)"
    assert refusal(root) == message


def test_columns_in_another_order_are_refused(folder):
    text = CITY.replace("RETURN city", "WITH city, city.code AS code\n    RETURN code, city")
    root = folder("places/city.cypher", text.replace("columns: city", "columns: city, code"))
    assert refusal(root).startswith("cypher/places/city.cypher:4: the header's columns are (city, code)")


def test_a_value_with_two_columns_is_refused(folder):
    text = HOLDS.replace("AS holds", "AS holds, 1 AS one").replace("columns: holds", "columns: holds, one")
    assert refusal(folder("time/holds.cypher", text)) == "cypher/time/holds.cypher:5: a value has exactly one column"


def test_a_relation_that_returns_an_expression_is_refused(folder):
    text = CITY.replace("RETURN city", "RETURN city.code AS code").replace("columns: city", "columns: code")
    message = "cypher/places/city.cypher:4: a relation returns variables: name the rest by WITH"
    assert refusal(folder("places/city.cypher", text)) == message


def test_a_column_without_a_name_is_refused(folder):
    root = folder("time/holds.cypher", HOLDS.replace(" AS holds", ""))
    assert refusal(root) == "cypher/time/holds.cypher:9: a column that is not a variable needs AS and a name"


def test_a_statement_without_return_is_refused(folder):
    root = folder("places/city.cypher", CITY.replace("RETURN city", ""))
    assert refusal(root) == "cypher/places/city.cypher:7: the statement has no RETURN"


def test_a_write_may_return_nothing(folder):
    text = """
    // name: places.touch
    // mode: write
    //
    // Touches every city.
    MATCH (city:City)
    SET city.touched = true
    """
    assert load_catalogue(folder("places/touch.cypher", text))["places.touch"].columns == ()


def test_an_order_by_what_is_no_column_is_refused(folder):
    root = folder("places/city.cypher", CITY.replace("columns: city", "columns: city\n    // order: town.code"))
    assert refusal(root) == "cypher/places/city.cypher:5: the order uses town, which is not a column"


def test_an_order_has_terms_that_ascend_and_descend(folder):
    text = CITY.replace("columns: city", "columns: city\n    // order: left(city.name, 2) DESC, city.code")
    order = load_catalogue(folder("places/city.cypher", text))["places.city"].order
    assert [("".join(token.text for token in term.expression), term.descending) for term in order] == [
        ("left(city.name, 2)", True),
        ("city.code", False),
    ]


def test_what_is_given_but_does_not_occur_is_refused(folder):
    root = folder("places/city.cypher", CITY.replace("mode: relation", "mode: relation\n    // given: town"))
    assert refusal(root) == "cypher/places/city.cypher:3: town is given but does not occur"


@pytest.mark.parametrize("aggregate", ["count(*)", "collect(place)", "max(place.code)"])
def test_an_aggregate_in_a_nested_fragment_is_refused(folder, aggregate):
    text = BUSY.replace("place.code }", f"place.code RETURN {aggregate} AS n }}")
    assert refusal(folder("places/busy.cypher", text)).startswith(
        f"cypher/places/busy.cypher:8: {aggregate.partition('(')[0]}() is not allowed in a nested subquery"
    )


def test_an_aggregate_in_a_statement_of_its_own_is_fine(folder):
    text = CITY.replace("mode: relation", "mode: read").replace("RETURN city", "RETURN count(*) AS city")
    assert "places.city" in load_catalogue(folder("places/city.cypher", text))


@pytest.mark.parametrize("word", ["OR", "XOR"])
def test_alternatives_without_brackets_in_the_last_where_are_refused(folder, word):
    root = folder("places/city.cypher", CITY.replace("RETURN", f"WHERE city.a\n      {word} city.b\n    RETURN"))
    assert refusal(root).startswith(f"cypher/places/city.cypher:9: put what {word} joins in brackets")


def test_alternatives_in_brackets_are_fine(folder):
    root = folder("places/city.cypher", CITY.replace("RETURN", "WHERE (city.a OR city.b)\n    RETURN"))
    assert load_catalogue(root)["places.city"].last_clause == "WHERE"


def test_alternatives_in_an_earlier_where_are_fine(folder):
    root = folder("places/city.cypher", CITY.replace("RETURN", "WHERE city.a OR city.b\n    WITH city\n    RETURN"))
    assert load_catalogue(root)["places.city"].last_clause == "WITH"


def test_starts_with_is_not_taken_for_a_last_clause(folder):
    root = folder("places/city.cypher", CITY.replace("RETURN", "WHERE city.name STARTS WITH 'x'\n    RETURN"))
    assert load_catalogue(root)["places.city"].last_clause == "WHERE"


def head(fragment):
    return "".join(token.text for token in fragment.head).strip()


def test_a_first_clause_that_binds_only_what_is_given_is_dropped(folder):
    text = CITY.replace("parameters: code", "given: city").replace(" {code: $code}", "")
    text = text.replace("RETURN", "MATCH (city)<-[:PART_OF]-(town)\n    RETURN").replace("RETURN city", "RETURN town")
    city = load_catalogue(folder("places/city.cypher", text.replace("columns: city", "columns: town")))["places.city"]
    assert head(city) == "MATCH (city)<-[:PART_OF]-(town)"


def test_a_first_clause_that_binds_more_than_what_is_given_stays(folder):
    text = CITY.replace("parameters: code", "given: city").replace(" {code: $code})", ")<--(town)")
    city = load_catalogue(folder("places/city.cypher", text))["places.city"]
    assert head(city) == "MATCH (city:City)<--(town)"


def test_a_dropped_clause_takes_its_where_along(folder):
    text = CITY.replace("parameters: code", "given: city").replace(" {code: $code})", ") WHERE city.x")
    text = text.replace("RETURN city", "UNWIND [1] AS one\n    RETURN one").replace("columns: city", "columns: one")
    assert head(load_catalogue(folder("places/city.cypher", text))["places.city"]) == "UNWIND [1] AS one"


def test_a_call_becomes_the_value_s_expression(folder):
    folder("time/holds.cypher", HOLDS)
    called = load_catalogue(folder("places/caller.cypher", caller("time.holds(place)")))["places.caller"]
    assert called.text.endswith("RETURN (place.since <= $as_of AND true) AS answer")


def test_a_call_brings_its_parameters_along(folder):
    folder("time/holds.cypher", HOLDS)
    called = load_catalogue(folder("places/caller.cypher", caller("time.holds(place)")))["places.caller"]
    assert called.parameters == {"as_of"}


def test_an_argument_may_be_an_expression(folder):
    folder("time/holds.cypher", HOLDS)
    text = caller("time.holds(head([place, other]))")
    assert (
        "(head([place, other]).since <= $as_of AND true)"
        in load_catalogue(folder("places/caller.cypher", text))["places.caller"].text
    )


def test_a_called_value_s_own_variables_are_renamed_so_that_nothing_is_captured(folder):
    folder("places/busy.cypher", BUSY)
    text = load_catalogue(folder("places/caller.cypher", caller("places.busy(other)")))["places.caller"].text
    inner = "EXISTS { MATCH (other)<-[link_c1]-(other_c1) WHERE other_c1.code STARTS WITH other.code }"
    assert text.endswith(f"RETURN ({inner}) AS answer")


def test_two_calls_of_one_value_share_no_variables(folder):
    folder("places/busy.cypher", BUSY)
    text = caller("places.busy(place) AND places.busy(other)")
    written = load_catalogue(folder("places/caller.cypher", text))["places.caller"].text
    assert "link_c1" in written
    assert "link_c2" in written


def test_calls_within_calls_are_written_out(folder):
    folder("places/busy.cypher", BUSY)
    folder("places/caller.cypher", caller("places.busy(place)", given="// given: place\n    "))
    text = caller("places.caller(other)").replace("name: places.caller", "name: places.outer")
    written = load_catalogue(folder("places/outer.cypher", text))["places.outer"].text
    assert "places." not in written
    assert "MATCH (other)<-[link_c1_c1]-(other_c1_c1)" in written


def test_a_call_in_an_argument_is_written_out(folder):
    folder("time/holds.cypher", HOLDS)
    text = caller("time.holds(time.holds(place))")
    assert (
        "((place.since <= $as_of AND true).since <= $as_of AND true)"
        in load_catalogue(folder("places/caller.cypher", text))["places.caller"].text
    )


def test_a_call_across_lines_is_written_out(folder):
    folder("time/holds.cypher", HOLDS)
    text = caller("time.holds(\n      place\n    )")
    assert (
        "(place.since <= $as_of AND true)" in load_catalogue(folder("places/caller.cypher", text))["places.caller"].text
    )


def test_a_call_in_a_string_stays_as_it_is(folder):
    folder("time/holds.cypher", HOLDS)
    text = caller("'time.holds(place)'")
    assert "'time.holds(place)'" in load_catalogue(folder("places/caller.cypher", text))["places.caller"].text


def test_functions_of_cypher_are_left_alone(folder):
    text = caller("point.distance(place.location, other.location)")
    written = load_catalogue(folder("places/caller.cypher", text))["places.caller"].text
    assert "point.distance(place.location, other.location)" in written


@pytest.mark.parametrize(("arguments", "count"), [("place, other", 2), ("place, other, place", 3)])
def test_a_call_with_the_wrong_number_of_arguments_is_refused(folder, arguments, count):
    folder("time/holds.cypher", HOLDS)
    message = f"cypher/places/caller.cypher:8: time.holds takes (relation), not {count} arguments"
    assert refusal(folder("places/caller.cypher", caller(f"time.holds({arguments})"))) == message


def test_a_call_without_arguments_is_refused(folder):
    folder("time/holds.cypher", HOLDS)
    assert refusal(folder("places/caller.cypher", caller("time.holds()"))).startswith("cypher/places/caller.cypher:8: ")


def test_a_call_of_a_relation_is_refused(folder):
    folder("places/city.cypher", CITY)
    message = "cypher/places/caller.cypher:8: places.city is not a value: only values can be called"
    assert refusal(folder("places/caller.cypher", caller("places.city(place)"))) == message


def test_a_circle_of_calls_is_refused(folder):
    folder("places/busy.cypher", BUSY.replace("other.code STARTS", "places.caller(place, other) STARTS"))
    message = refusal(folder("places/caller.cypher", caller("places.busy(place)")))
    assert message == ("cypher/places/busy.cypher:7: circular calls: places.busy calls places.caller calls places.busy")


def test_a_value_that_calls_itself_is_refused(folder):
    message = refusal(folder("places/caller.cypher", caller("places.caller(place, other)")))
    assert message.endswith("circular calls: places.caller calls places.caller")


def test_what_a_procedure_calls_its_columns_is_not_renamed(folder):
    text = """
    // name: search.named
    // mode: relation
    // parameters: text
    // columns: thing
    //
    // What is found.
    CALL db.index.fulltext.queryNodes('names', $text) YIELD node AS thing
    RETURN thing
    """
    named = load_catalogue(folder("search/named.cypher", text))["search.named"]
    assert [column.name for column in named.columns] == ["thing"]
    assert named.last_clause == "YIELD"


def test_the_migrations_are_numbered_without_gaps():
    assert read_migrations()


def test_cross_appointments_of_another_date_are_found_as_those_of_the_date():
    catalogue = load_catalogue()
    own, other = (catalogue[f"appointments.{name}"].text for name in ("crossings", "crossings_on"))
    assert other.replace("UNWIND [date('2024-01-01')] AS moment\n", "").replace("moment", "$as_of") == own
