import re

import pytest

from graph_api.catalogue import load_catalogue
from graph_api.compiler.ids import encode_id
from graph_api.errors import ClientError, ErrorCode
from graph_api.resolvers.chains import RELATIONS, sentence
from graph_api.resolvers.labels import labels
from graph_api.rules import rules_of
from graph_api.schema.appointments import AppointmentRole
from graph_api.schema.chains import entity_id, longest, through
from graph_api.schema.path_types import LABELS, RelationType


def named(name):
    return (None, name, None)


A, B = named("a"), named("b")
BRANCH = ("Branch", "210681001001001B", "鼎林华庭小区")


def test_an_appointment_says_the_role():
    given = (named("王梅"), "HOLDS", "SECRETARY", BRANCH, "2024-03-01")
    assert sentence(*given) == "王梅 is secretary of the branch of 鼎林华庭小区 since 2024-03-01"
    assert sentence(*given, "ZH") == "王梅自2024年3月1日起担任鼎林华庭小区党支部书记"


def test_a_relation_without_dates_says_none():
    given = (named("福春社区"), "PART_OF", None, named("大东街道"), None)
    assert sentence(*given) == "福春社区 lies in 大东街道"
    assert sentence(*given, "ZH") == "福春社区位于大东街道"


def test_a_relation_with_dates_says_since_when():
    given = (named("市财政局"), "PAIRED_WITH", None, named("福春社区"), "2025-01-01")
    assert sentence(*given) == "市财政局 is paired with 福春社区 since 2025-01-01"
    assert sentence(*given, "ZH") == "市财政局自2025年1月1日起联系包扶福春社区"


def test_an_event_says_on_which_day():
    given = (named("第一党小组"), "FORMED_IN", None, named("花园小区"), "2025-06-17")
    assert sentence(*given) == "第一党小组 was formed in 花园小区 on 2025-06-17"
    assert sentence(*given, "ZH") == "第一党小组于2025年6月17日在花园小区组建"


@pytest.mark.parametrize(
    ("kind", "english", "chinese"),
    [
        ("Conference", "a is the conference of b", "a为b的联席会"),
        ("OwnersCommittee", "a represents the owners of b", "a代表b业主"),
        ("Branch", "a serves b", "a服务b"),
        (None, "a serves b", "a服务b"),
    ],
)
def test_what_it_means_to_serve_depends_on_the_subject(kind, english, chinese):
    assert sentence((kind, "a", None), "SERVES", None, B, None) == english
    assert sentence((kind, "a", None), "SERVES", None, B, None, "ZH") == chinese


@pytest.mark.parametrize(
    ("called", "english", "chinese"),
    [
        (("OwnersCommittee", "业委会", "花园小区"), "the owners' committee of 花园小区", "花园小区业委会"),
        (("OwnersCommittee", "业委会", None), "业委会", "业委会"),
        (("Building", "3号楼", "花园小区"), "3号楼 of 花园小区", "花园小区3号楼"),
        (("CentralHousehold", "210681001001001H01", ""), "a central household", "党员中心户"),
    ],
)
def test_what_has_no_name_of_its_own_is_called_by_its_compound(called, english, chinese):
    assert sentence(A, "SERVES", None, called, None) == f"a serves {english}"
    assert sentence(A, "SERVES", None, called, None, "ZH") == f"a服务{chinese}"


@pytest.mark.parametrize("role", AppointmentRole)
def test_every_role_has_words(role):
    assert sentence(A, "HOLDS", role.name, B, None).startswith("a is ")
    assert sentence(A, "HOLDS", role.name, B, None, "ZH").startswith("a担任b")


def test_every_relation_that_a_chain_follows_has_words():
    path = load_catalogue()["chains.shortest"].text
    followed = re.search(r"\(start\)-\[:([A-Z_|]+)\*", path).group(1).split("|")
    assert "PAIRED_WITH" in followed
    assert set(followed) <= RELATIONS.keys()
    assert set(followed) == {type_.name for type_ in RelationType}
    assert f"[:{'|'.join(followed)}*" in load_catalogue()["chains.paths"].text


def test_a_path_leads_by_default_through_all_but_cities_and_subdistricts():
    assert set(through(None)) == set(LABELS.values()) - {"City", "Subdistrict"}
    assert through(["PARTY_ORGANIZATION", "CITY", "CITY"]) == ["City", "PartyOrganization"]


@pytest.mark.parametrize("length", [0, -1, 13])
def test_a_path_has_one_to_twelve_relations(length):
    with pytest.raises(ClientError) as caught:
        longest(length)
    assert caught.value.code is ErrorCode.BAD_USER_INPUT


def test_every_relation_that_can_turn_a_finding_has_words():
    turning = {way[-1][0] for rule in rules_of(load_catalogue()).values() for way in rule.turned_by}
    assert "HOSTS" in turning
    assert turning <= RELATIONS.keys()


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_has_words_in_both_languages_and_a_label(relation):
    for since in (None, "2025-01-01"):
        assert re.fullmatch(r"a [A-Za-z ]+ b( (since|on) 2025-01-01)?", sentence(A, relation, None, B, since))
        assert re.fullmatch(r"a[^a-zA-Z{}]*b[^a-zA-Z{}]*", sentence(A, relation, None, B, since, "ZH"))
    assert relation in labels()["ChainStep.relation"]


def test_a_seat_without_a_role_is_a_seat():
    assert sentence(A, "HOLDS", None, B, None) == "a holds a position in b"


def test_a_chain_can_begin_at_a_thing():
    assert entity_id(encode_id("Community", "210681001001")) == "210681001001"


@pytest.mark.parametrize("type_name", ["DepartmentPairing", "LeaderPairing", "Appointment", "CrossAppointment"])
def test_a_chain_can_not_begin_at_a_relation(type_name):
    with pytest.raises(ClientError) as caught:
        entity_id(encode_id(type_name, "x"))
    assert caught.value.code is ErrorCode.BAD_ID


def test_a_chain_can_not_begin_at_what_is_no_id():
    with pytest.raises(ClientError) as caught:
        entity_id("nonsense")
    assert caught.value.code is ErrorCode.BAD_ID
