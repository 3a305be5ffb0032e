import json
import re
from pathlib import Path
from textwrap import dedent

import pytest

from graph_api.catalogue import CatalogueError, load_catalogue
from graph_api.rules import rules_of
from graph_api.rules.pages import rule_files, rule_pages, write_pages
from graph_api.settings import IN_STATEMENTS, Settings

ROOT = Path(__file__).parents[2]
CATALOGUE = load_catalogue()
RULES = rules_of(CATALOGUE)
TABLE = json.loads((ROOT / "tests" / "rules.json").read_text(encoding="utf-8"))

RULE = """\
// name: {folder}.{code}
// mode: rule
// subject: {subject}
// obligation: {obligation}
// window: {window}
// title: {title}
// title_zh: 社区
// required: a name
// required_zh: 有名称
// observed: named {{name}}
// observed_zh: {observed_zh}
// turned_by: {turned_by}
// parameters: within
// columns: subject, place, result, observed, evidence
//
// Applies always.
MATCH (community:Community) WHERE community.code STARTS WITH $within
RETURN community.id AS subject, community.code AS place, 'PASS' AS result, {{name: community.name}} AS observed, [] AS evidence
"""


@pytest.fixture
def refusal(tmp_path):
    """What the catalogue says of a folder with one rule in it."""

    def load(
        code="COM9",
        folder="rules",
        obligation="MUST",
        window="none",
        title="The community has a name",
        turned_by="SERVES",
        subject="Community",
        observed_zh="名称为{name}",
    ):
        file = tmp_path / "cypher" / folder / f"{code}.cypher"
        file.parent.mkdir(parents=True)
        text = RULE.format(
            code=code,
            folder=folder,
            subject=subject,
            obligation=obligation,
            window=window,
            title=title,
            turned_by=turned_by,
            observed_zh=observed_zh,
        )
        file.write_text(text, encoding="utf-8")
        with pytest.raises(CatalogueError) as caught:
            rules_of(load_catalogue(tmp_path / "cypher"))
        return str(caught.value)

    return load


@pytest.mark.parametrize("row", TABLE, ids=[row["code"] for row in TABLE])
def test_a_rule_is_the_domain_s(row):
    rule = RULES[row["code"]]
    stated = {key: row[key] for key in ("code", "subject", "obligation", "title", "title_zh", "window")}
    assert {key: getattr(rule, key) for key in stated} == stated


@pytest.mark.parametrize("code", RULES)
def test_a_rule_names_the_types_of_its_evidence(code):
    pairs = re.findall(r"\['([A-Z][a-z]\w*)', \w", RULES[code].fragment.text)
    assert set(pairs) <= RULES[code].evidence_types


@pytest.mark.parametrize("code", RULES)
def test_a_rule_says_in_words_when_it_applies_and_passes(code):
    description = RULES[code].fragment.description
    assert description.startswith("Applies ")
    assert "Passes " in description


@pytest.mark.parametrize("row", TABLE, ids=[row["code"] for row in TABLE])
def test_a_rule_says_in_words_when_it_does_not_know(row):
    assert ("Unknown " in RULES[row["code"]].fragment.description) is (row["unknown"] != "never")


def test_a_file_adds_its_rule(tmp_path):
    file = tmp_path / "cypher" / "rules" / "COM9.cypher"
    file.parent.mkdir(parents=True)
    text = RULE.format(
        code="COM9",
        folder="rules",
        subject="Community",
        obligation="SHOULD",
        window="none",
        title="The community has a name",
        turned_by="SUPERVISES/PAIRED_WITH, SERVES:Branch",
        observed_zh="名称为{name}",
    )
    file.write_text(text, encoding="utf-8")
    catalogue = load_catalogue(tmp_path / "cypher")
    [rule] = rules_of(catalogue).values()
    assert (rule.code, rule.obligation, rule.required, rule.window) == ("COM9", "SHOULD", "a name", None)
    assert rule.turned_by == ((("SUPERVISES", None), ("PAIRED_WITH", None)), (("SERVES", "Branch"),))
    assert list(rule_pages(catalogue, {"COM9": text})) == ["README.md", "COM9.md"]


def test_a_rule_may_take_settings_as_parameters(tmp_path):
    file = tmp_path / "cypher" / "rules" / "COM9.cypher"
    file.parent.mkdir(parents=True)
    text = RULE.format(
        code="COM9",
        folder="rules",
        subject="Community",
        obligation="MUST",
        window="none",
        title="The community is heard",
        turned_by="SERVES",
        observed_zh="名称为{name}",
    )
    text = text.replace("parameters: within", "parameters: within, feedback_days")
    file.write_text(text.replace("community.name}", "$feedback_days}"), encoding="utf-8")
    assert rules_of(load_catalogue(tmp_path / "cypher"))["COM9"].fragment.parameters == {"within", "feedback_days"}
    assert Settings.model_fields.keys() >= IN_STATEMENTS


def test_a_code_is_capitals_and_a_number(refusal):
    assert "named after its code" in refusal(code="com9")


def test_a_rule_is_in_the_folder_of_the_rules(refusal):
    assert "a file in rules/" in refusal(folder="pairings")


def test_an_obligation_is_one_of_two(refusal):
    assert "obligation is 'MAY': one of MUST, SHOULD" in refusal(obligation="MAY")


def test_a_subject_is_a_kind_whose_findings_have_a_place(refusal):
    message = refusal(subject="Comunity")
    assert "COM9.cypher:1: subject is 'Comunity': one of Building, BuildingGroup, City, Community, " in message


@pytest.mark.parametrize("way", ["serves", "A/B/C/D", "SERVES:branch", "SERVES//HOLDS"])
def test_a_way_is_written_in_relation_types(refusal, way):
    assert f"turned_by has '{way}': write relation types" in refusal(turned_by=way)


def test_only_a_rule_with_a_window_has_a_kind_of_what_is_due(refusal):
    assert "due is 'VISIT'" in refusal(window="none\n// due: VISIT")


def test_a_rule_has_a_title(refusal):
    assert "title is empty" in refusal(title="")


def test_the_texts_of_what_a_rule_observed_have_the_same_values(refusal):
    assert "the texts of observed have different values in braces" in refusal(observed_zh="有名称")


def test_a_rule_with_a_window_uses_it(refusal):
    assert "a rule with a window uses $window_from and $window_until" in refusal(window="MONTH")


def test_the_pages_are_those_of_the_files():
    folder = ROOT / "docs" / "rules"
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert written == rule_pages(CATALOGUE, rule_files(CATALOGUE)), "run python -m graph_api.rules.pages docs/rules"


def test_a_page_says_all_of_a_rule():
    page = rule_pages(CATALOGUE, rule_files(CATALOGUE))["COM1.md"]
    rule = RULES["COM1"]
    facts = (rule.title, rule.title_zh, "MUST", "Community", rule.required, rule.required_zh, rule.fragment.description)
    assert [fact for fact in facts if fact not in page] == []
    assert (
        dedent("""\
        ```cypher
        MATCH (community:Community)
        WHERE community.code STARTS WITH $within
        """)
        in page
    )
    assert "| *value* departments | *value*个部门 |" in page
    assert "- `time.holds(relation)`: Whether a relation holds on `asOf`" in page


def test_the_page_of_a_rule_that_is_gone_goes_and_any_other_stays(tmp_path):
    pages = rule_pages(CATALOGUE, rule_files(CATALOGUE))
    (tmp_path / "OLD1.md").write_text(pages["COM1.md"], encoding="utf-8")
    (tmp_path / "notes.md").write_text("# Notes\n", encoding="utf-8")
    write_pages(tmp_path, pages)
    assert {path.name for path in tmp_path.iterdir()} == {*pages, "notes.md"}
