from graph_api.catalogue.tokens import Kind, clauses, render, tokens


def of_kind(text, kind):
    return [token.text for token in tokens(text) if token.kind is kind]


def clause_words(text):
    found = tokens(text)
    return [found[index].text for index in clauses(found)]


def test_names_that_begin_small_are_variables():
    assert of_kind("MATCH (city:City)<-[part:PART_OF]-(_x) RETURN city", Kind.VARIABLE) == [
        "city",
        "part",
        "_x",
        "city",
    ]


def test_labels_and_relation_types_are_no_variables():
    assert of_kind("(:City)-[:PART_OF]->(:Place&!Leader)", Kind.VARIABLE) == []


def test_properties_are_no_variables():
    assert of_kind("RETURN city.code, city . name", Kind.VARIABLE) == ["city", "city"]


def test_keys_of_a_map_are_no_variables():
    assert of_kind("{id: row, since: day}", Kind.VARIABLE) == ["row", "day"]


def test_a_label_test_in_a_map_s_value_is_a_variable():
    assert of_kind("{other: node:Branch}", Kind.VARIABLE) == ["node"]


def test_parameters_keep_their_dollar_sign():
    assert of_kind("WHERE city.code = $code", Kind.PARAMETER) == ["$code"]


def test_a_call_is_one_token_with_its_dotted_name():
    assert of_kind("time.holds(pairing) AND point.distance(a, b)", Kind.CALL) == ["time.holds", "point.distance"]


def test_a_name_before_a_space_and_a_bracket_is_no_call():
    assert of_kind("MATCH path = (a)", Kind.CALL) == []


def test_constants_are_no_variables():
    assert of_kind("RETURN true, false, null", Kind.VARIABLE) == []


def test_words_in_strings_count_for_nothing():
    text = """RETURN 'MATCH (x) $y', "RETURN z(", 'it\\'s w'"""
    assert [of_kind(text, kind) for kind in (Kind.VARIABLE, Kind.PARAMETER, Kind.CALL)] == [[], [], []]


def test_words_in_strings_begin_no_clause():
    assert clause_words("RETURN 'MATCH' + \" WHERE \"") == ["RETURN"]


def test_words_in_backquotes_count_for_nothing():
    assert of_kind("(x:`A label (of) $some`)", Kind.VARIABLE) == ["x"]


def test_comments_are_left_out():
    assert render(tokens("MATCH (a) // WHERE $b\nRETURN /* MATCH (c) */ a")).split() == ["MATCH", "(a)", "RETURN", "a"]


def test_slashes_in_a_string_begin_no_comment():
    assert render(tokens("RETURN 'a//b' AS x")) == "RETURN 'a//b' AS x"


def test_brackets_in_strings_open_nothing():
    assert {token.depth for token in tokens("RETURN '({[' AS x")} == {0}


def test_depth_counts_the_open_brackets():
    assert [(t.text, t.depth) for t in tokens("a([b{c}])d") if t.kind is not Kind.OTHER] == [
        ("a", 0),
        ("b", 2),
        ("c", 3),
        ("d", 0),
    ]


def test_lines_are_counted_from_the_first_line_given():
    assert [(t.text, t.line) for t in tokens("a\n/* b\n c */\nd", 7) if t.kind is Kind.VARIABLE] == [
        ("a", 7),
        ("d", 10),
    ]


def test_lines_within_strings_are_counted():
    assert next(t.line for t in tokens("'one\ntwo' x") if t.kind is Kind.VARIABLE) == 2


def test_clauses_in_brackets_are_not_the_statement_s_own():
    assert clause_words("MATCH (a) WHERE EXISTS { MATCH (b) WHERE b.c } RETURN a") == ["MATCH", "WHERE", "RETURN"]


def test_starts_with_and_ends_with_begin_no_clause():
    assert clause_words("MATCH (a) WHERE a.b STARTS  WITH $c OR a.b ENDS\nWITH $c RETURN a") == [
        "MATCH",
        "WHERE",
        "RETURN",
    ]


def test_with_begins_a_clause():
    assert clause_words("MATCH (a) WITH a WHERE a.b RETURN a") == ["MATCH", "WITH", "WHERE", "RETURN"]


def test_what_a_procedure_calls_its_columns_is_no_variable():
    text = "CALL db.index.fulltext.queryNodes('names', $t) YIELD node AS found, score AS points"
    assert of_kind(text, Kind.VARIABLE) == ["found", "points"]


def test_yield_without_as_names_variables():
    assert of_kind("CALL db.labels() YIELD label RETURN label", Kind.VARIABLE) == ["label", "label"]


def test_rendering_gives_the_text_back():
    text = "MATCH (a:City {code: $code})-[*1..2]-(b)\nWHERE a.x >= 1.5e3 AND b.y <> 'z'\nRETURN a, b AS c"
    assert render(tokens(text)) == text
