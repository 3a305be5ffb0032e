from textwrap import dedent

import pytest

from graph_api.catalogue import CatalogueError, load_catalogue
from graph_api.compiler.scope import Columns, Names, Scope, SortTerm

COMPOUNDS = """
    // name: places.compounds
    // mode: relation
    // given: community
    // parameters: as_of
    // columns: compound, part
    // order: part.since DESC, compound.code
    //
    // The compounds of a community.
    MATCH (community)<-[part:PART_OF]-(compound:Compound)
    WHERE part.since <= $as_of
    RETURN compound, part
    """


@pytest.fixture
def fragment(tmp_path):
    def made(text):
        folder = tmp_path / "cypher" / "places"
        folder.mkdir(parents=True)
        (folder / "compounds.cypher").write_text(dedent(text).lstrip(), encoding="utf-8")
        return load_catalogue(tmp_path / "cypher")["places.compounds"]

    return made


@pytest.fixture
def use(fragment):
    return Names().use(fragment(COMPOUNDS), {"community": "community_7"}, {"as_of": "$as_of_2"})


def test_each_use_of_a_fragment_has_variables_of_its_own(fragment):
    names, compounds = Names(), fragment(COMPOUNDS)
    uses = [names.use(compounds, {"community": "c"}, {}) for _ in range(2)]
    assert [use.variables["compound"] for use in uses] == ["compound_1", "compound_2"]


def test_what_is_given_stands_for_an_outer_variable(use):
    assert use.rows().startswith("MATCH (community_7)<-[part_1:PART_OF]-(compound_1:Compound)")


def test_parameters_stand_for_what_they_are_given(use):
    assert use.rows().endswith("WHERE part_1.since <= $as_of_2")


def test_conditions_are_added_to_the_last_where(use):
    assert use.rows(["a", "b"]).endswith("WHERE part_1.since <= $as_of_2 AND a AND b")


def test_conditions_make_a_where_after_a_match(fragment):
    text = COMPOUNDS.replace("    WHERE part.since <= $as_of\n", "").replace("    // parameters: as_of\n", "")
    use = Names().use(fragment(text), {"community": "c"}, {})
    assert use.rows(["a"]).endswith("(compound_1:Compound) WHERE a")


def test_conditions_that_can_not_be_added_are_refused_at_the_file(fragment):
    text = COMPOUNDS.replace("WHERE part.since <= $as_of", "UNWIND [$as_of] AS day")
    use = Names().use(fragment(text), {"community": "c"}, {})
    with pytest.raises(CatalogueError, match=r"^cypher/places/compounds\.cypher:9: end it with"):
        use.rows(["a"])


def test_columns_go_by_the_fragment_s_names_and_what_was_given(use):
    assert use.columns == {"community": "community_7", "compound": "compound_1", "part": "part_1"}


def test_what_is_carried_through_a_with_are_the_columns(use):
    assert use.carried == "compound_1, part_1"


def test_the_order_is_that_of_the_use_s_variables(use):
    assert use.order() == [SortTerm("part_1.since", descending=True), SortTerm("compound_1.code", descending=False)]


def test_a_row_asks_for_an_expression_once():
    columns = Columns()
    assert [columns.add("a"), columns.add("b"), columns.add("a")] == [0, 1, 0]


def test_a_row_is_written_as_a_list():
    assert Columns(["a.x", "b"]).listed() == "[a.x, b]"


def test_a_renamed_scope_knows_both_names():
    scope = Scope({"leader": "leader_1"}, "$as_of").renamed({"person": "leader"})
    assert scope == Scope({"leader": "leader_1", "person": "leader_1"}, "$as_of")


def test_renaming_swaps_names_at_once():
    scope = Scope({"a": "a_1", "b": "b_1"}, "$as_of").renamed({"a": "b", "b": "a"})
    assert scope.variables == {"a": "b_1", "b": "a_1"}


def test_a_main_variable_may_go_by_further_names():
    assert Scope({"city": "city_1"}, "").also("city", ["place", "node"]).variables == {
        "city": "city_1",
        "place": "city_1",
        "node": "city_1",
    }
